import { COVERAGE_KINDS, type Coverage, type CoverageCounts } from '#schema/coverage.ts'
import type { Paint } from './style.ts'
import { renderTable } from './table.ts'
import type { Words } from './words.ts'

/** How much of each page with bash blocks was executed, by kind of evidence, and of all together. */
export function renderCoverage({ pages, total, required }: Coverage, words: Words, paint: Paint): string {
  const shown = pages.filter(({ blocks }) => blocks > 0)
  const kinds = COVERAGE_KINDS.filter((kind) => kind === 'executed' || total[kind] > 0)
  const row = (name: string, counts: CoverageCounts) => [
    name,
    String(counts.blocks),
    ...kinds.map((kind) => share(counts[kind], counts)),
  ]
  const { coverage } = words
  const head = [coverage.page, coverage.blocks, ...kinds.map((kind) => coverage.kinds[kind])]
  const rows = shown.map((page) => row(page.file, page))
  if (shown.length !== 1) rows.push(row(paint('bold', coverage.total), total))
  const asked = required === undefined ? [] : [`  ${coverage.required.replace('{required}', String(required))}`]
  return [paint('bold', coverage.title), renderTable(head, rows, paint), ...asked].join('\n')
}

/** Rounded down, as the report has it: 99.96 is not 100. */
function share(count: number, { blocks }: CoverageCounts): string {
  return count === 0 ? '0' : `${count} (${Math.floor((count * 1000) / blocks) / 10} %)`
}
