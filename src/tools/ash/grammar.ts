import { shellGrammar } from '../bash/grammar.ts'

export const grammar = shellGrammar('ash', '1.35')
