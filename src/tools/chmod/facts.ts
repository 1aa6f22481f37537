import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = {
  every: {
    setsMode: ({ words }) => words,
    bypasses: ({ words }) => {
      const word = words.find(({ text }) => /^(0?777|a\+rwx|-R777)$/.test(text ?? ''))
      return word ? [{ protection: 'file permissions', word }] : []
    },
  },
}
