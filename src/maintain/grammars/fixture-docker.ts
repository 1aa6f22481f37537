import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Terminal } from '#cli/terminal/terminal.ts'
import { docker } from '#fixture/docker/engine.ts'
import { imageOf } from '#fixture/open.ts'

const execute = promisify(execFile)

/** Runs `docker` with some words, and gives what it printed whatever its status. */
export type ReadDocker = (args: readonly string[]) => Promise<string>

/** Lends the docker command line of the fixture's image, in a container without a network that ends with it. */
export async function withFixtureDocker<Result>(
  { err, signal }: Terminal,
  use: (read: ReadDocker) => Promise<Result>,
): Promise<Result> {
  const { name } = await imageOf({ tell: (line) => err.write(`${line}\n`), signal })
  const container = await docker('run', '--detach', '--rm', '--network=none', '--entrypoint=sleep', name, '3600')
  const read: ReadDocker = async (args) => {
    const ended = execute('docker', ['exec', container, 'docker', ...args], { signal })
    // It prints what it can offline, and fails only for lack of an engine: the output counts, not the status.
    const { stdout } = await ended.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))
    if (stdout.trim() === '') throw new Error(`docker ${args.join(' ')} printed nothing in the fixture's image ${name}`)
    return stdout
  }
  try {
    return await use(read)
  } finally {
    await docker('rm', '--force', container)
  }
}
