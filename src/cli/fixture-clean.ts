import { EXIT } from '#finding/error.ts'
import { sweepBuildDirectories } from '#fixture/docker/build-directory.ts'
import { isOurs } from '#fixture/docker/checkout.ts'
import { type Found, listContainers, removeContainer, sweepContainers } from '#fixture/docker/container.ts'
import { docker } from '#fixture/docker/engine.ts'
import { currentImage, olderImages } from '#fixture/docker/image.ts'
import { usageError } from './options.ts'
import type { Terminal } from './run-cli.ts'

/**
 * `pnpm fixture clean [name…]`: removes the fixtures named, which no run may be using. Without
 * a name: what killed runs left, and the kept fixtures and older images of this checkout and of
 * those that are gone. Another checkout's are in use for all one knows.
 */
export async function clean({ out }: Terminal, names: readonly string[]): Promise<number> {
  const removed = names.length > 0 ? await cleanNamed(names) : await cleanOurs()
  for (const name of removed) out.write(`- ${name}\n`)
  return EXIT.passed
}

async function cleanNamed(names: readonly string[]): Promise<readonly string[]> {
  const found = await listContainers()
  for (const asked of names) refuse(asked, found)
  await Promise.all(names.map(removeContainer))
  return names
}

function refuse(asked: string, found: readonly Found[]): void {
  const one = found.find(({ name }) => name === asked)
  if (!one) throw usageError({ es: `No hay ningún entorno «${asked}».`, en: `There is no fixture "${asked}".` }, STATUS)
  if (!one.owned) return
  throw usageError({ es: `Una ejecución está usando ${asked}.`, en: `A run is using ${asked}.` }, STATUS)
}

const STATUS = { es: 'Mira cuáles hay: pnpm fixture status', en: 'See which there are: pnpm fixture status' }

async function cleanOurs(): Promise<string[]> {
  await sweepBuildDirectories()
  const swept = await sweepContainers()
  const kept = (await listContainers()).filter(({ owned, checkout }) => !owned && isOurs(checkout))
  await Promise.all(kept.map(({ name }) => removeContainer(name)))
  return [...swept, ...kept.map(({ name }) => name), ...(await removeOlderImages())]
}

/** One that a container was started from stays: the engine refuses. */
async function removeOlderImages(): Promise<string[]> {
  const removed: string[] = []
  for (const image of await olderImages((await currentImage()).name)) {
    await docker('rmi', image).then(
      () => removed.push(image),
      () => {},
    )
  }
  return removed
}
