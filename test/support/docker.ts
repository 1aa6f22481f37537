import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import type { Execution, Shell, ShellRequest } from '#schema/shell.ts'
import { fromMachine } from '../require.ts'

/** Building images and starting machines takes minutes where others do the same. */
export const BUILD_MS = 1_200_000

const image = await fromMachine('docker-fixture')

/** Whether tests can run in the Docker fixture. */
export const dockerAvailable = image !== undefined

/** The fixture's image, where it is available. */
export function builtImage(): string {
  if (image === undefined) throw new Error('without the Docker fixture, its tests do not run')
  return image
}

const INPUTS = { GCP_PROJECT_ID: 'my-project', REGION: 'europe-west1', DB_NAME: 'carblau' }

const never = () => new AbortController().signal

/** A pristine machine with the world of CarBlau. The test closes it. */
export async function openDocker(image: string, inputs: Record<string, string> = {}): Promise<DockerShell> {
  const values = { ...INPUTS, ...inputs }
  const loaded = await loadSeed('runbooks/fixtures/carblau', values)
  return createDockerShell({ ...loaded, inputs: values, image, signal: never() })
}

/** Runs a text as a step would. */
export const runIn = (shell: Shell, text: string, request: Partial<ShellRequest> = {}): Promise<Execution> =>
  shell.run({ text, timeoutMs: 240_000, signal: never(), onOutput: () => {}, ...request })
