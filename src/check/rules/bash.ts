import type { BashError } from '#document/bash-model.ts'
import { type Page, placeIn } from '#document/model.ts'
import { type Finding, finding, mendable } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'
import { composeTwo } from '../fix/compose-two.ts'
import { type Blank, blanksOf } from '../page/blank.ts'
import { type BashBlock, type Call, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Foreign } from '../page/foreign/foreign.ts'
import type { Shape } from '../page/foreign/shape.ts'
import type { Rule } from '../rule.ts'

/**
 * Blocks bash itself cannot read, and texts they hand to another shell. One finding each: the first error
 * causes the others. What is no bash at all is told as such, and a blank in angles as a blank.
 */
export const syntax: Rule = ({ page, blocks, foreign, nestedErrors }) => {
  const own = blocks.flatMap((block) => {
    const other = foreign.find((one) => one.block === block)
    return firstError(block, other).map((error) => ({ ...error, block }))
  })
  return [...own, ...nestedErrors].map(({ block, start, end, message }) =>
    finding('COMMAND_SYNTAX', placeIn(page, block, start, end), { reason: message }),
  )
}

/** Shapes of lines in a block that is bash otherwise. */
const IN_BASH = new Set<Shape>(['option', 'assignment', 'omission'])

function firstError({ script, text }: BashBlock, other: Foreign | undefined): readonly BashError[] {
  if (other && !IN_BASH.has(other.shape)) return []
  const isBlank = ({ start }: BashError) => /<[A-Za-z][\w .-]*>$/.test(text.slice(0, start).trimEnd())
  return script.errors.filter((error) => !isBlank(error) && !other?.covers(error.start)).slice(0, 1)
}

const BRACKETS = /\[[A-Z][A-Z0-9_:]+\]|\[[a-z]+(?:-[a-z]+)+\]/

/** `[LIKE_THIS]` and `<like-this>`, which bash reads as a glob and as two redirections. */
export const placeholder: Rule = ({ page, blocks, foreign, calls }) => [
  ...calls.flatMap((call) => [...bracketFindings(call), ...angleFindings(call)]),
  ...blocks.flatMap((block) => {
    const other = foreign.find((one) => one.block === block)
    return block.script.commands
      .filter(({ name, start }) => !name && !other?.covers(start))
      .flatMap((command) => blanksOf(command, block.text).map((blank) => angleFinding(page, block, blank)))
  }),
]

function bracketFindings(call: Call): Finding[] {
  return call.words.flatMap(({ word }) => {
    const found = BRACKETS.exec(word.text)
    if (!found || (word.text.includes('${') && word.text.includes(`{${found[0]}`))) return []
    if (/^\[:/.test(found[0]) || (word.quoted && !/[A-Z_]{3,}/.test(found[0]))) return []
    const start = word.start + found.index
    return [placeholderFinding({ found: found[0], reads: GLOB }, placeOfWord(call, spanOf(start, found[0])))]
  })
}

const angleFindings = (call: Call): Finding[] =>
  blanksOf(call.command, call.block.text).map((blank) => angleFinding(call.page, call.block, blank))

const angleFinding = (page: Page, block: BashBlock, { found, start }: Blank): Finding =>
  placeholderFinding({ found, reads: REDIRECTION }, placeIn(page, block, start, start + found.length))

const spanOf = (start: number, text: string) => ({ start, end: start + text.length })

const GLOB = { es: 'un patrón de nombres de archivo', en: 'a pattern of file names' }
const REDIRECTION = {
  es: 'dos redirecciones, que pueden vaciar archivos',
  en: 'two redirections, which can empty files',
}

function placeholderFinding({ found, reads }: { found: string; reads: typeof GLOB }, place: Place): Finding {
  const name = found.replace(/\W+/g, '_').replace(/^_|_$/g, '').toUpperCase()
  return finding('COMMAND_PLACEHOLDER', place, { found, name, readsEs: reads.es, readsEn: reads.en })
}

/** `docker-compose`, which nothing installs any more. */
export const composeV1: Rule = ({ calls }) =>
  calls
    .filter(({ name }) => name === 'docker-compose')
    .map((call) => mendable('COMMAND_COMPOSE_ONE', placeOfCall(call), {}, composeTwo(call)))
