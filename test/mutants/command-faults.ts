import type { Call } from '#check/page/call.ts'
import type { BashWord } from '#document/bash/model.ts'
import type { BlockFault, FaultKind } from './fault.ts'
import { misspell } from './misspell.ts'
import { tokenFaults } from './token-faults.ts'

/** Faults of one command: its program, its subcommands, its flags and the values it is given. */
export function commandFaults(call: Call, index: number): BlockFault[] {
  const text = call.block.text
  const words = call.words.map(({ word }) => word)
  const path = pathWords(call, words)
  const flags = [...new Set((call.match?.flags ?? []).map(({ index: at }) => at))]
  const faults = [
    ...misspelt(call.nameWord, index, text),
    ...path.flatMap((word) => wholeWord({ word, index, text }, 'command')),
    ...flags.flatMap((at) => flagFaults(call, { at, index, text })),
  ]
  const values = words.flatMap((word) => (path.includes(word) ? [] : valueFaults(call, word, index)))
  return [...faults, ...values]
}

interface Where {
  word: BashWord
  index: number
  text: string
}

/** The words that name a tool's command: `run deploy`. */
function pathWords({ match }: Call, words: readonly BashWord[]): BashWord[] {
  let from = 0
  return (match?.path ?? []).flatMap((name) => {
    const at = words.findIndex((word, place) => place >= from && word.value === name)
    if (at < 0) return []
    from = at + 1
    return words[at] ?? []
  })
}

const misspelt = ({ start, end }: BashWord, index: number, text: string): BlockFault[] => {
  const word = text.slice(start, end)
  return /^[a-z][a-z-]+$/.test(word) ? [{ kind: 'command-misspelt', index, start, end, text: misspell(word) }] : []
}

/** A word that is dropped, written twice or misspelt. */
function wholeWord({ word, index, text }: Where, what: 'command' | 'flag'): BlockFault[] {
  const { start, end } = word
  const written = text.slice(start, end)
  const name = /^-*([\w-]+)/.exec(written)?.[1] ?? ''
  const kind = (fault: string) => `${what}-${fault}` as FaultKind
  const at = start + written.indexOf(name)
  // The order of letters in a cluster means nothing.
  const slip = /^-\w/.test(written) ? misspell(name[0] ?? '') + name.slice(1) : misspell(name)
  return [
    { kind: kind('dropped'), index, start: gapBefore(text, start), end, text: '' },
    { kind: kind('duplicated'), index, start: end, end, text: ` ${written}` },
    { kind: kind('misspelt'), index, start: at, end: at + name.length, text: slip },
  ]
}

/** Where the blanks before a word start, with the line break that is escaped. */
const gapBefore = (text: string, at: number) => at - (/(?:[ \t]|\\\n)*$/.exec(text.slice(0, at))?.[0].length ?? 0)

/** Faults of a flag. One whose value is the next word is dropped with it, without it, and written twice with it. */
function flagFaults(call: Call, { at, index, text }: { at: number; index: number; text: string }): BlockFault[] {
  const word = call.words[at]?.word
  if (!word) return []
  const faults = wholeWord({ word, index, text }, 'flag')
  const next = call.words[at + 1]?.word
  const use = call.match?.flags.find((one) => one.index === at)
  const apart = next && use?.flag.value !== undefined && !/[=\d]/.test(word.text) && next.value === use.value
  if (!apart) return faults
  const both = text.slice(word.start, next.end)
  return [
    ...faults.filter(({ kind }) => kind === 'flag-misspelt'),
    { kind: 'flag-dropped', index, start: gapBefore(text, word.start), end: next.end, text: '' },
    { kind: 'flag-dropped', index, start: gapBefore(text, word.start), end: word.end, text: '' },
    { kind: 'flag-duplicated', index, start: next.end, end: next.end, text: ` ${both}` },
  ]
}

/** Faults in what a word says; of a flag, in its value. A word that is a command of its own is not looked into twice. */
function valueFaults({ block }: Call, word: BashWord, index: number): BlockFault[] {
  const written = block.text.slice(word.start, word.end)
  if (/\$\(|`/.test(written) || (/\s/.test(written) && word.quoted)) return []
  const skipped = /^--?[\w-]+=?/.exec(written)?.[0].length ?? 0
  return tokenFaults(written.slice(skipped), { index, at: word.start + skipped })
}
