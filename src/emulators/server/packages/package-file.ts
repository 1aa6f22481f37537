import type { ServerFiles } from '../files.ts'

/** Puts a file of a package where it belongs. A path that ends in `/` is a directory, a text that is `-> target` a link. One that is there stays. */
export async function writePackageFile(files: ServerFiles, path: string, text: string): Promise<void> {
  const target = /^-> (.*)$/.exec(text)?.[1]
  if (path.endsWith('/')) return files.makeDirectory(path.slice(0, -1))
  if (await files.exists(path)) return
  if (target === undefined) await files.write(path, text)
  else {
    await files.makeDirectory(path.slice(0, path.lastIndexOf('/')))
    return files.link(target, path)
  }
  if (text.startsWith('#!')) await files.setMode(path, 0o755)
}
