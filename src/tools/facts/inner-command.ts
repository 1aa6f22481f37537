import type { CommandLine, LineWord } from '../match/line.ts'

/** Words that belong to another program: `echo hi` of `timeout 5 echo hi`. */
export const restOf = ({ match, words }: CommandLine): readonly LineWord[] =>
  match?.rest === undefined ? [] : words.slice(match.rest)

/** Where the other program stands, after variables given to it: `sudo A=1 command`. */
export function startOfRest({ match, words }: CommandLine): number | undefined {
  let next = match?.rest ?? words.length
  while (/^[A-Za-z_]\w*=/.test(words[next]?.word.text ?? '')) next += 1
  return next < words.length ? next : undefined
}
