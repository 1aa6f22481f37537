import { tryContainer } from '#fixture/docker/container.ts'
import type { Listener } from '#fixture/docker/engine.ts'
import { buildImage } from '#fixture/docker/image.ts'
import { requireEngine } from './no-engine.ts'

/** The name of the Docker fixture's image, built if it must be, once a machine of it has come up here. Rejects when told to end, or with a FixtureMissing. */
export async function readyFixture(listener: Listener): Promise<string> {
  await requireEngine()
  const name = await buildImage(listener)
  await tryContainer(name, listener.signal)
  return name
}
