import { type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { BashWord } from '#document/bash/model.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { REGIONS } from '#schema/parameter/gcp-region.ts'

export const parameterLiteral = defineFinding({
  code: 'PARAMETER_LITERAL',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Aquí está escrita la región «{found}», y la página tiene el parámetro {name}.',
    hint: 'Escribe "${name}".',
    why: 'Una región escrita a mano sobrevive al parámetro: quien elige otra despliega en un sitio y busca en otro.',
  },
  en: {
    message: 'The region `{found}` is written out here, and the page has the parameter {name}.',
    hint: 'Write "${name}".',
    why: 'A region written out outlives the parameter: whoever chooses another deploys in one place and looks in another.',
  },
  wrong: [
    '```bash step=see effect=read',
    'gcloud run services list --region="$REGION"',
    'gcloud run jobs list --region=europe-west1',
    '```',
  ],
  right: [
    '```bash step=see effect=read',
    'gcloud run services list --region="$REGION"',
    'gcloud run jobs list --region="$REGION"',
    '```',
  ],
})

/** A region written out where the page has a parameter for it: the reader's choice would not reach this command. */
export const literalRegion = pageRule([parameterLiteral], ({ page, calls }) => {
  const name = isRunbook(page) ? regionParameter(page) : undefined
  return name === undefined ? [] : calls.filter(isNoAssignment).flatMap((call) => literals(call, name))
})

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
    return found && KNOWN.has(found) ? [parameterLiteral.at(placeOfWord(call, word), { found, name })] : []
  })
}

/** What a word starts with before any variable: quotes split it into pieces. */
function literalStart({ pieces }: BashWord): string {
  const end = pieces.findIndex(({ kind }) => kind !== 'text')
  const literal = end < 0 ? pieces : pieces.slice(0, end)
  return literal.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
}
