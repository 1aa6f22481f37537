import { shellGrammar } from '../bash/grammar.ts'

export const grammar = shellGrammar('zsh', '5.9', '!--version !--help')
