import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, ROOT } from '#knowledge/paths.ts'
import type { LinesOf } from '#report/code-frame.ts'
import type { Report } from '#schema/report.ts'
import { REPORT } from './option-table.ts'
import { choiceOf } from './options.ts'
import type { ReportFormat } from './report-format.ts'
import type { Terminal } from './terminal.ts'

/** A report asked for: `json`, or `json=FILE`. */
export interface ReportRequest {
  format: ReportFormat
  file?: string
}

/** Reads the values of `--report`. Text to the terminal when there are none. */
export function parseReports(values: readonly string[]): ReportRequest[] {
  if (values.length === 0) return [{ format: 'text' }]
  const requests = values.map(parseReport)
  const toTerminal = requests.filter(({ file }) => file === undefined)
  return toTerminal.every(({ format }) => format === 'github') ? [{ format: 'text' }, ...requests] : requests
}

function parseReport(value: string): ReportRequest {
  const [name = '', ...rest] = value.split('=')
  const format = choiceOf(name, REPORT.choices)
  return rest.length === 0 ? { format } : { format, file: rest.join('=') }
}

/** Writes a report where it was asked for. `renderText` is what people read. */
export async function writeReports(
  report: Report,
  requests: readonly ReportRequest[],
  { renderText, write }: { renderText: () => string; write: (text: string) => void },
): Promise<void> {
  for (const { format, file } of requests) {
    const text = format === 'text' ? `${renderText()}\n` : await RENDERERS[format](report)
    if (file === undefined) write(text)
    else await writeFileAt(resolve(file), text)
  }
}

/** Writes the reports of a verification where they were asked for; its files are relative to `root`, by default the project. */
export async function writeVerification(
  report: Report,
  { requests, terminal, root }: { requests: readonly ReportRequest[]; terminal: Terminal; root?: string },
): Promise<void> {
  const { out, words } = terminal
  const { renderVerifySummary } = await import('#report/verify-summary.ts')
  const renderText = () => renderVerifySummary(report, words, out.paint, createLinesOf(root))
  await writeReports(report, requests, { write: out.write, renderText })
}

const RENDERERS = {
  json: async (report: Report) => (await import('#report/json.ts')).renderJson(report),
  junit: async (report: Report) => (await import('#report/junit.ts')).renderJunit(report),
  github: async (report: Report) => (await import('#report/github.ts')).renderGithub(report),
  sarif: async (report: Report) => (await import('#report/sarif.ts')).renderSarif(report),
  lsp: async (report: Report) => (await import('#report/lsp.ts')).renderLsp(report, { uriOf }),
}

/** The address editors know a page by. */
export const uriOf = (file: string): string => pathToFileURL(inRoot(file)).href

/** The lines of files below a directory, by default the project's root, each read once. */
export function createLinesOf(root: string = ROOT): LinesOf {
  const known = new Map<string, readonly string[] | undefined>()
  return (file) => {
    if (!known.has(file)) known.set(file, readLines(join(root, file)))
    return known.get(file)
  }
}

/** Lines as findings count them: without a byte order mark, whatever their endings. */
function readLines(file: string): readonly string[] | undefined {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/)
  } catch {
    return undefined
  }
}

async function writeFileAt(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
