import type { ToolFacts } from '../facts/model.ts'
import type { Nested } from '../facts/nested-command.ts'

export const facts: ToolFacts = {
  every: {
    hands: ({ match, words }) =>
      (match?.flags ?? []).flatMap(({ command }): Nested[] =>
        command && command.end > command.start
          ? [{ kind: 'words', words: words.slice(command.start, command.end), mark: '{}' }]
          : [],
      ),
  },
}
