import type { Files } from '../files.ts'
import type { Owner } from './owners.ts'

/** The files of a server: they have owners, links and empty directories. */
export interface ServerFiles extends Files {
  owner(path: string): Owner
  /** Gives a path away. Rejects with EPERM where whoever is at work may not. */
  setOwner(path: string, owner: Partial<Owner>): void
  /** Makes a directory and those above it. */
  makeDirectory(path: string): Promise<void>
  /** Makes a symbolic link to a target. */
  link(target: string, path: string): Promise<void>
  /** Where a symbolic link points, or undefined. */
  linkTarget(path: string): Promise<string | undefined>
  /** Names of what is in a directory, sorted. */
  names(directory: string): Promise<string[]>
}
