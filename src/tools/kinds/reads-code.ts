import type { CommandLine, LineWord } from '../match/line.ts'

/** The file of the page that a program which reads files of code is given first: `python scripts/load.py`. */
export function scriptOf({ words: [first] }: CommandLine): LineWord | undefined {
  const path = first?.text ?? ''
  const isOwn = /^[\w./-]+\.(sh|bash|py|js)$/.test(path) && !path.startsWith('/') && !path.includes('..')
  return isOwn ? first : undefined
}
