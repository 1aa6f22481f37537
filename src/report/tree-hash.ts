import { createHash, type Hash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/**
 * SHA-256 (hex) of files and whole directories under a root: names, contents and whether they are
 * executable. What is not there counts as that. Paths are hashed relative to the root, so two
 * checkouts of the same files have the same hash.
 */
export function hashTrees(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) addPath(hash, root, path)
  return hash.digest('hex')
}

function addPath(hash: Hash, root: string, path: string): void {
  const at = join(root, path)
  const stat = lstatSync(at, { throwIfNoEntry: false })
  if (!stat) hash.update(`${path}\0missing\0`)
  else if (stat.isDirectory()) for (const name of readdirSync(at).sort()) addPath(hash, root, `${path}/${name}`)
  else if (stat.isSymbolicLink()) hash.update(`${path}\0link\0${readlinkSync(at)}\0`)
  else if (stat.isFile()) {
    const bytes = readFileSync(at)
    hash.update(`${path}\0${stat.mode & 0o111 ? 'x' : '-'}\0${bytes.length}\0`).update(bytes)
  }
}

/**
 * The hash of all that the result of a dry run depends on besides its page and its inputs: the
 * fixtures with their image's sources, the emulators and their grammars, what walks the steps, the
 * packages as installed, and the seed world of the system. Directories are those of the rooms.
 * `engine` is the hash of all but the seed world, for who asks of several systems at one moment.
 */
export function worldHash(root: string, system: string, engine: string = engineHash(root)): string {
  return createHash('sha256')
    .update(engine)
    .update(hashTrees(root, [`runbooks/fixtures/${system}`]))
    .digest('hex')
}

/** The part of {@link worldHash} that is the same for every system. */
export function engineHash(root: string): string {
  return hashTrees(root, ENGINE)
}

/** Rooms whose code decides what a dry run finds: those of the fixtures and the run, and all they import. */
export const WORLD_ROOMS = ['emulators', 'finding', 'fixture', 'formats', 'run', 'schema', 'script', 'tools'] as const

const ENGINE = ['node_modules/.pnpm/lock.yaml', ...WORLD_ROOMS.map((room) => `src/${room}`)]
