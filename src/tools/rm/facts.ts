import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = {
  every: {
    effect: ({ words }) =>
      words.some(({ text }) => /^(-[a-zA-Z]*[rR]|--recursive)/.test(text ?? '')) ? 'delete' : undefined,
    sweep: ({ words }) =>
      words.some(({ word }) => word.open && word.text.includes('*')) ? { shown: 'rm *' } : undefined,
  },
}
