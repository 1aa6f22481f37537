import type { LineWord, Written } from '../match/line.ts'

/** Kinds of things commands make and use by name. `pushed` is an image in its registry. */
export type ResourceKind =
  | 'image'
  | 'pushed'
  | 'container'
  | 'secret'
  | 'service-account'
  | 'repository'
  | 'service'
  | 'bucket'

/** One thing a command names. */
export interface Named {
  kind: ResourceKind
  role: 'makes' | 'uses'
  word: LineWord
}

/** A variable a command gives what it starts. */
export interface GivenVariable {
  name: string
  value: string
  word: Written
}
