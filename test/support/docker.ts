import { engineAnswers } from '#fixture/docker/engine.ts'
import { buildImage } from '#fixture/docker/image.ts'
import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import type { Execution, Shell, ShellRequest } from '#schema/shell.ts'
import { requireOrSkip } from '../require.ts'

export const dockerAvailable = requireOrSkip('a Docker engine', await engineAnswers())

/** A first build takes minutes. */
export const BUILD_MS = 1_200_000

const INPUTS = { GCP_PROJECT_ID: 'my-project', REGION: 'europe-west1', DB_NAME: 'carblau' }

const never = () => new AbortController().signal

export const builtImage = (): Promise<string> => buildImage({ tell: () => {}, signal: never() })

/** A pristine machine with the world of CarBlau. The test closes it. */
export async function openDocker(image: string, inputs: Record<string, string> = {}): Promise<DockerShell> {
  const values = { ...INPUTS, ...inputs }
  const loaded = await loadSeed('runbooks/fixtures/carblau', values)
  return createDockerShell({ ...loaded, inputs: values, image, signal: never() })
}

/** Runs a text as a step would. */
export const runIn = (shell: Shell, text: string, request: Partial<ShellRequest> = {}): Promise<Execution> =>
  shell.run({ text, timeoutMs: 60_000, signal: never(), onOutput: () => {}, ...request })
