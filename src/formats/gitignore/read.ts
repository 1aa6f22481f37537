import ignore from 'ignore'

/** A `.gitignore` and the folder it stands in, relative to the work tree: `''` for its top. */
export interface GitignoreFile {
  folder: string
  text: string
}

/**
 * Whether git ignores a file of a work tree, by its path from the top: what is nearest to the file decides, and
 * nothing inside an ignored folder comes back (gitignore(5)). Tracked files are another matter.
 */
export function readGitignores(files: readonly GitignoreFile[]): (path: string) => boolean {
  const readers = files
    .map(({ folder, text }) => ({ folder, rules: ignore({ ignorecase: false }).add(text) }))
    .sort((one, other) => other.folder.length - one.folder.length)
  const decides = (path: string): boolean => {
    for (const { folder, rules } of readers) {
      const below = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : ''
      const { ignored, unignored } = below === '' ? UNDECIDED : rules.test(below)
      if (ignored || unignored) return ignored
    }
    return false
  }
  return (path) => pathsDownTo(path).some(decides)
}

const UNDECIDED = { ignored: false, unignored: false }

/** The folders above a file, with the slash that marks them, and the file. */
function pathsDownTo(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/') + (index < parts.length - 1 ? '/' : ''))
}
