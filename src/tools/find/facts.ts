import type { Handed } from '../facts/handed.ts'
import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = {
  every: {
    hands: ({ match, words }) =>
      (match?.flags ?? []).flatMap(({ command }): Handed[] =>
        command && command.end > command.start
          ? [{ kind: 'words', words: words.slice(command.start, command.end), mark: '{}' }]
          : [],
      ),
  },
}
