import { aptGrammar } from '../apt/grammar.ts'

export const grammar = aptGrammar('apt-get', {
  check: {},
  'dselect-upgrade': {},
  indextargets: {},
  markauto: {},
  unmarkauto: {},
})
