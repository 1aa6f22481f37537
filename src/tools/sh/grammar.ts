import { shellGrammar } from '../bash/grammar.ts'

export const grammar = shellGrammar('sh', '0.5.12')
