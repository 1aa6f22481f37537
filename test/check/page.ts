import { check } from '#check/check.ts'
import { loadAllFormats } from '#check/files/load.ts'
import type { Surroundings } from '#check/rule.ts'
import { parsePage } from '#document/parse.ts'
import { loadAllTools } from '#tools/load.ts'
import { type Finding, formatFinding } from './format.ts'

const FENCE = '```'
const tools = await loadAllTools()
const formats = await loadAllFormats()

/** A runbook with the blocks given, each on its own, after a header that declares the usual parameters. */
export function runbook(blocks: readonly string[], parameters = DEFAULT_PARAMETERS): string {
  return [
    '---',
    'title: T',
    'runbook:',
    '  id: page',
    '  system: carblau',
    '  parameters:',
    ...parameters,
    '---',
    '',
    ...blocks,
  ].join('\n')
}

const DEFAULT_PARAMETERS = [
  '    GCP_PROJECT_ID: { type: gcp-project-id, label: Proyecto, example: my-project }',
  '    DB_PASSWORD: { type: secret, label: Clave, example: example-password }',
]

/** One step that holds `text`, with an id of its own. */
export const step = (text: string, meta = 'effect=delete', id = 'a') =>
  `${FENCE}bash step=${id} ${meta}\n${text}\n${FENCE}\n`

/** Any other fence. */
export const fence = (opening: string, text: string) => `${FENCE}${opening}\n${text}\n${FENCE}\n`

/** Reads both parameters, so that no rule about unused ones speaks. */
export const USES = step(': "$GCP_PROJECT_ID" "$DB_PASSWORD"', 'effect=read', 'uses')

/** Findings of sources by file, `line:column CODE`, with what they say on demand. */
export function findingsOf(sources: Readonly<Record<string, string>>, options: Partial<Surroundings> = {}): Finding[] {
  const parsed = Object.entries(sources).map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  return [...parsed.flatMap(({ findings }) => findings), ...check(pages, { tools, formats, ...options })]
}

/** The findings of one page of these blocks. `line:column` counts from the first block's opening line as 1. */
export function found(...blocks: readonly string[]): string[] {
  const header = runbook([]).split('\n').length
  return findingsOf({ 'page.md': runbook([...blocks, USES]) }).map((finding) => formatFinding(finding, header))
}
