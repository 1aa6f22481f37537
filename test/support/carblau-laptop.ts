import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import type { Seed } from '#schema/seed.ts'
import type { Execution, ShellRequest } from '#schema/shell.ts'
import { builtImage } from './docker.ts'

const never = () => new AbortController().signal

/** CarBlau's laptop in the Docker fixture, its seed changed as given. */
export async function openLaptop(
  options: { seed?: Partial<Seed>; inputs?: Record<string, string> } = {},
): Promise<DockerShell> {
  const inputs = { GCP_PROJECT_ID: 'my-project', REGION: 'europe-west1', DB_NAME: 'carblau', ...options.inputs }
  const loaded = await loadSeed('runbooks/fixtures/carblau', inputs)
  const seed = { ...loaded.seed, ...options.seed }
  return createDockerShell({ ...loaded, seed, inputs, image: builtImage(), signal: never() })
}

/** Runs a text in a shell as a step of a minute. */
export function runText(shell: DockerShell, text: string, request: Partial<ShellRequest> = {}): Promise<Execution> {
  return shell.run({ text, timeoutMs: 240_000, signal: never(), onOutput: () => {}, ...request })
}
