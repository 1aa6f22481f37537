import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Report } from '#schema/report.ts'
import { usageError } from './options.ts'

export const REPORT_FORMATS = ['text', 'json', 'github'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

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
  const [format, ...rest] = value.split('=')
  const known = REPORT_FORMATS.find((one) => one === format)
  if (!known) {
    throw usageError(
      { es: `No existe el informe «${format}».`, en: `There is no report "${format}".` },
      { es: `Usa uno de: ${REPORT_FORMATS.join(', ')}.`, en: `Use one of: ${REPORT_FORMATS.join(', ')}.` },
    )
  }
  return rest.length === 0 ? { format: known } : { format: known, file: rest.join('=') }
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

const RENDERERS = {
  json: async (report: Report) => (await import('#report/json.ts')).renderJson(report),
  github: async (report: Report) => (await import('#report/github.ts')).renderGithub(report),
}

async function writeFileAt(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
