import { restOf } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { Nested } from '../facts/nested-command.ts'
import { type CommandLine, flagValue, hasFlag, textsOf } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    hands: handsOn,
    sweep: (line) => {
      const texts = textsOf(line)
      if (!texts.some((text) => /^(rm|rmi|remove|kill|delete|prune)$/.test(text))) return undefined
      return { shown: `xargs ${texts.filter((text) => !text.startsWith('-')).join(' ')}` }
    },
  },
}

/** What it adds goes to the end, or where its mark stands. */
function handsOn(line: CommandLine): readonly Nested[] {
  const words = restOf(line)
  if (words.length === 0) return []
  if (!hasFlag(line, '-I', '--replace')) return [{ kind: 'words', words, more: true }]
  return [{ kind: 'words', words, mark: flagValue(line, '-I')?.text ?? '{}' }]
}
