import type { Grammar } from '../match/model.ts'
import { CARRIER_GRAMMARS } from './carriers.ts'
import { PREFIX_GRAMMARS } from './prefixes.ts'

/** Grammars needed to find the commands of a page at all: of the programs that run others. */
export const BUILT_IN_GRAMMARS: Readonly<Record<string, Grammar | undefined>> = {
  ...CARRIER_GRAMMARS,
  ...PREFIX_GRAMMARS,
}
