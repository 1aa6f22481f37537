import { pythonGrammar } from '../python/grammar.ts'

export const grammar = pythonGrammar('python3')
