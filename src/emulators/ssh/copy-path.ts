import { joinPath } from '../images/image-files.ts'
import type { EmulatedCall, Files, Output } from '../model.ts'
import { destinationOf, reach } from './reach.ts'

/** A path of a copy, on this machine or another. */
export interface Place {
  files: Files
  path: string
  /** As written ends in `/`: what is in it, or a directory. */
  isSlashed: boolean
}

/** Reads `path` or `[user@]host:path`, or gives ssh's refusal. A relative path on another machine starts at the home. */
export async function placeOf(
  call: EmulatedCall,
  text: string,
  options: ReadonlyMap<string, string>,
): Promise<Place | Output> {
  const [, target, remote = ''] = /^([^/:]+):(.*)$/s.exec(text) ?? []
  const isSlashed = /(^|\/)\.?$/.test(remote === '' && target === undefined ? text : remote)
  if (target === undefined) return { files: call.files, path: joinPath(call.cwd, text), isSlashed }
  const reached = await reach(call, destinationOf(target, options))
  if ('exitCode' in reached) return reached
  const { machine, login } = reached
  return { files: machine.files, path: joinPath(login.account.home, remote.replace(/^~\//, '')), isSlashed }
}

export const isPlace = (found: Place | Output): found is Place => 'files' in found

/** Copies a file with its permission bits. */
export async function copyFile(from: Pick<Place, 'files' | 'path'>, to: Pick<Place, 'files' | 'path'>): Promise<void> {
  const [content, mode] = await Promise.all([from.files.readBytes(from.path), from.files.mode(from.path)])
  await to.files.write(to.path, content)
  await to.files.setMode(to.path, mode)
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'
