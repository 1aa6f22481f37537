import type { ToolFacts } from '../facts/model.ts'
import type { CommandLine, LineWord } from '../match/line.ts'

export const facts: ToolFacts = { saysVersion: ['--version'], every: { directory: 'builds', targets: targetsOf } }

/** Words that are neither options, nor their values, nor assignments. Nothing where another Makefile is read. */
function targetsOf({ words }: CommandLine): readonly LineWord[] | undefined {
  if (words.some(({ text }) => /^(-[a-zA-Z]*[Cf]|--directory|--file|--makefile)/.test(text ?? ''))) return undefined
  return words.filter(({ text }, index) => {
    const before = words[index - 1]?.text ?? ''
    return text !== undefined && !/^-|[=$]/.test(text) && !/^-[jlWoI]$/.test(before)
  })
}
