import type { BashWord } from '#document/bash-model.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { REGIONS } from '#schema/gcp-region.ts'
import { type Call, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** A region written out where the page has a parameter for it: the reader's choice would not reach this command. */
export const literalRegion: Rule = ({ page, calls }) => {
  const name = isRunbook(page) ? regionParameter(page) : undefined
  return name === undefined ? [] : calls.filter(isNoAssignment).flatMap((call) => literals(call, name))
}

const regionParameter = ({ header }: Runbook) =>
  Object.entries(header.parameters).find(([, { type }]) => type === 'gcp-region')?.[0]

/** `export REGION=…` is where a value belongs. */
const isNoAssignment = ({ name }: Call) => !/^(export|declare|readonly|local|printf|echo|read)$/.test(name)

const KNOWN = new Set(REGIONS)
/** A region as a word, as the value of a flag, or as the start of a registry's host. */
const WRITTEN = /(?:^|=|:\/\/)([a-z]+-[a-z]+\d{1,2})(?=$|-docker\.pkg\.dev)/

function literals(call: Call, name: string): Finding[] {
  return call.words.flatMap(({ word }) => {
    const found = WRITTEN.exec(literalStart(word))?.[1]
    return found && KNOWN.has(found) ? [finding('PARAMETER_LITERAL', placeOfWord(call, word), { found, name })] : []
  })
}

/** What a word starts with before any variable: quotes split it into pieces. */
function literalStart({ pieces }: BashWord): string {
  const end = pieces.findIndex(({ kind }) => kind !== 'text')
  const literal = end < 0 ? pieces : pieces.slice(0, end)
  return literal.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
}
