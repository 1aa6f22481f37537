import { awkGrammar } from '../awk/grammar.ts'

export const grammar = awkGrammar('mawk')
