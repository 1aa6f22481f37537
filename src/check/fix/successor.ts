import type { BashWord } from '#document/bash/model.ts'
import type { Fix } from '#finding/fix.ts'
import { ask, type Call } from '../page/call.ts'
import { respelling } from './word.ts'

/** The name of what stands in a program's place today, where a blank in it parts two words for the shell that reads it. */
export function toSuccessor(call: Call): Fix | undefined {
  const { nameWord, name, traits } = call
  if (nameWord.text !== name || !takesBlank(call, nameWord.start)) return undefined
  return respelling(call, { word: nameWord, text: name }, name, traits.supersededBy)
}

/** Whether a blank at a place of a call stays one all the way from the page to the shell that runs the call. */
function takesBlank({ outer, nameWord }: Call, at: number): boolean {
  if (!outer) return true
  if (outer.words.some(({ word }) => word === nameWord)) return takesBlank(outer, at)
  const word = outer.words.find(({ word: { start, end } }) => start <= at && at < end)?.word
  if (!word) return isHeredoc(outer, at) && takesBlank(outer, at)
  return (isQuoted(word, at) || isJoined(outer)) && takesBlank(outer, at)
}

/** Whether words are joined with blanks before another shell reads them. */
const isJoined = (call: Call): boolean => ask(call, 'hands')?.some(({ kind }) => kind === 'joined') ?? false

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
