import type { BashWord } from '#document/bash-model.ts'
import type { Fix } from '#finding/fix.ts'
import type { Call } from '../page/call.ts'
import { respelling } from './word.ts'

const ONE = 'docker-compose'

/** `docker compose` for `docker-compose`, where the blank parts two words for the shell that reads them, and for no other. */
export function composeTwo(call: Call): Fix | undefined {
  const { nameWord } = call
  if (nameWord.text !== ONE || !takesBlank(call, nameWord.start)) return undefined
  return respelling(call, { word: nameWord, text: ONE }, ONE, 'docker compose')
}

/** Shells whose words are joined with blanks before another one reads them. */
const JOINING = new Set(['ssh', 'eval', 'watch'])

/** Whether a blank at a place of a call stays one all the way from the page to the shell that runs the call. */
function takesBlank({ outer, nameWord }: Call, at: number): boolean {
  if (!outer) return true
  if (outer.words.some(({ word }) => word === nameWord)) return takesBlank(outer, at)
  const word = outer.words.find(({ word: { start, end } }) => start <= at && at < end)?.word
  if (!word) return isHeredoc(outer, at) && takesBlank(outer, at)
  return (isQuoted(word, at) || JOINING.has(outer.name)) && takesBlank(outer, at)
}

const isHeredoc = ({ command }: Call, at: number): boolean =>
  command.redirects.some(({ heredoc }) => heredoc !== undefined && heredoc.start <= at && at < heredoc.end)

/** Whether a place of a word stands between its quotes. */
function isQuoted({ text, start, origin }: BashWord, at: number): boolean {
  const index = origin ? origin.text.starts.indexOf(at, origin.start) - origin.start : at - start
  let open = ''
  for (let next = 0; next < index; next += 1) {
    const letter = text[next] as string
    if (letter === '\\' && open !== "'") next += 1
    else if (open === letter) open = ''
    else if (open === '' && (letter === '"' || letter === "'")) open = letter
  }
  return open !== ''
}
