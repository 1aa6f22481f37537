import type { Rule } from '#check/rule.ts'
import { unfenced } from './command-unfenced.ts'
import { duplicateHeading } from './heading-duplicate.ts'
import { repeatedHeading } from './heading-repeated.ts'
import { duplicateId } from './id-duplicate.ts'
import { identity } from './identity.ts'
import { links } from './links.ts'
import { ownAnchors } from './own-anchors.ts'
import { longParagraph } from './paragraph-long.ts'
import { glossary } from './term.ts'

export const DOCUMENT_RULES: readonly Rule[] = [
  unfenced,
  duplicateHeading,
  repeatedHeading,
  duplicateId,
  identity,
  links,
  ownAnchors,
  longParagraph,
  glossary,
]
