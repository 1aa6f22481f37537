import { DEFAULT_PATH } from './base-image.ts'

/** What any image with a shell has; an image built from scratch has none of it. */
const COREUTILS =
  'sh cat ls echo env printenv id whoami pwd true false test mkdir chmod chown rm cp mv ln touch date head tail grep sed awk sleep hostname uname wc sort cut tr find tee dirname basename mktemp install sha256sum'.split(
    ' ',
  )

type Tree = Readonly<Record<string, string>>
type Holder = { files: Tree; programs: readonly string[]; env: Readonly<Record<string, string>> }

/** An absolute path without `.`, `..` or doubled slashes, joined to a base. No trailing slash but for `/`. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Whether a path of an image is a file. */
export const hasFile = (files: Tree, path: string): boolean => Object.hasOwn(files, path)

/** Whether a path of an image is a directory. */
export function hasDirectory(files: Tree, path: string): boolean {
  const prefix = path === '/' ? '/' : `${path}/`
  return Object.keys(files).some((file) => file.startsWith(prefix))
}

/** Paths and texts at or under a path, the path itself cut off: `''` for a file, `/name…` under a directory. */
export function treeAt(files: Tree, path: string): [string, string][] {
  const prefix = path === '/' ? '' : path
  return Object.entries(files)
    .filter(([file]) => file === path || file.startsWith(`${prefix}/`))
    .map(([file, text]) => [file.slice(prefix.length), text])
}

/** Where an image finds a program, by its PATH, or undefined. */
export function findProgram(image: Holder, name: string): string | undefined {
  const hasShell = hasFile(image.files, '/etc/passwd')
  if (name.includes('/')) return findByPath(image, name, hasShell)
  const directories = (image.env.PATH ?? DEFAULT_PATH).split(':')
  const found = directories.find((directory) => hasFile(image.files, `${directory}/${name}`))
  if (found) return `${found}/${name}`
  const known = image.programs.includes(name) || (hasShell && COREUTILS.includes(name))
  // Where exactly a base image keeps a program is not known: any of the usual places holds it.
  const system = directories.find((directory) => DEFAULT_PATH.split(':').includes(directory))
  return known && system !== undefined ? `/usr/bin/${name}` : undefined
}

function findByPath(image: Holder, path: string, hasShell: boolean): string | undefined {
  if (hasFile(image.files, path)) return path
  const name = /^\/(?:usr\/)?s?bin\/([^/]+)$/.exec(path)?.[1]
  if (name === undefined) return undefined
  return image.programs.includes(name) || (hasShell && COREUTILS.includes(name)) ? path : undefined
}
