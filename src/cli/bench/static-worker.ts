import { parsePage } from '#document/parse.ts'
import { staticFindings } from '../static-findings.ts'
import { generatedPage } from './generated.ts'

/** Run as a process of its own: parses and checks generated runbooks in both languages, and prints time, peak memory and findings as JSON. */
const count = Number(process.argv[2])
const started = performance.now()
const pages = Array.from({ length: count }, (_, number) =>
  [false, true].map((english) => parse(number, english)),
).flat()
const findings = await staticFindings(pages.flatMap(({ page }) => (page ? [page] : [])))
const milliseconds = performance.now() - started
const broken = pages.flatMap((page) => page.findings).length
process.stdout.write(
  JSON.stringify({
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    findings: findings.length + broken,
  }),
)

function parse(number: number, english: boolean) {
  const file = `content/docs/${english ? 'en/' : ''}runbooks/generated-${number}.md`
  return parsePage({ file, source: generatedPage(number, { steps: 20, english }) })
}
