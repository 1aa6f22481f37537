import { shellGrammar } from '../bash/grammar.ts'

export const grammar = shellGrammar('dash', '0.5.12')
