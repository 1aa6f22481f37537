import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateDirectory, orStop } from './disk.ts'
import { isOwnerAlive, ownerMark } from './owner.ts'

/** Who holds a lock. */
export interface LockHolder {
  run: string
  /** The person. */
  by: string
  /** Their process, as `ownerMark` gives it: host, id and start. */
  owner: string
  at: string
}

/** What trying to take a lock came to: ours, with the holder that is gone if one had left it, or somebody's. */
export type Locking = { release(): void; stale?: LockHolder } | { heldBy: LockHolder; file: string }

/**
 * Takes a lock of a name for this process. One whose process is gone from this host is taken over; of a process on
 * another host nobody can tell from here. Stops where the directory cannot be written.
 */
export async function takeLock(directory: string, name: string, who: Omit<LockHolder, 'owner'>): Promise<Locking> {
  const file = join(directory, `${name.replaceAll(/[^\w.@=-]/g, '_')}.lock`)
  const own = `${file}.${process.pid}`
  const holder = JSON.stringify({ ...who, owner: await ownerMark() })
  orStop(file, () => {
    makePrivateDirectory(directory)
    writeFileSync(own, holder, { mode: 0o600 })
  })
  try {
    return await take(file, own)
  } finally {
    rmSync(own, { force: true })
  }
}

async function take(file: string, own: string): Promise<Locking> {
  const release = () => rmSync(file, { force: true })
  if (isLinked(own, file)) return { release }
  const holder = readHolder(file)
  if (holder && (await isOwnerAlive(holder.owner))) return { heldBy: holder, file }
  const left = moveAway(file, holder)
  return isLinked(own, file) ? { release, ...(left && { stale: left }) } : take(file, own)
}

/** A link is there or not: no other process sees half a lock (link(2), also over NFS). */
function isLinked(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the lock of a holder that is gone out of the way. One that somebody took in the meantime is put back. */
function moveAway(file: string, expected: LockHolder | undefined): LockHolder | undefined {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return undefined
  }
  const moved = readHolder(aside)
  if (moved?.owner !== expected?.owner) isLinked(aside, file)
  rmSync(aside, { force: true })
  return expected
}

/** Undefined where it is gone by now, or is no lock. */
function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
