import { readFileSync } from 'node:fs'
import { renderGithub } from '#report/github.ts'
import { renderSarif } from '#report/sarif.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Report } from '#schema/report.ts'

interface Region {
  startLine: number
  startColumn: number
  endLine?: number
  endColumn?: number
}
interface Sarif {
  runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[] }[] }[]
}

/** Places SARIF and GitHub annotations name that are not in the files; empty when each is. Fails where a finding has none. */
export function placesNowhere(findings: readonly FindingReport[], texts: ReadonlyMap<string, string>): string[] {
  const report: Report = { version: 1, command: 'verify', locale: 'en', exitCode: 3, findings: [...findings], runs: [] }
  const places = [...sarifPlaces(report), ...githubPlaces(report)]
  if (places.length !== 2 * findings.length) throw new Error(`${places.length} places for ${findings.length} findings`)
  return places.filter((place) => !isThere(place, texts)).map((place) => JSON.stringify(place))
}

interface Place {
  file: string
  points: { line: number; column?: number }[]
}

const sarifPlaces = (report: Report): Place[] =>
  (JSON.parse(renderSarif(report)) as Sarif).runs.flatMap(({ results }) =>
    results.flatMap(({ locations }) =>
      locations.map(({ physicalLocation: { artifactLocation, region } }) => ({
        file: decodeURIComponent(artifactLocation.uri),
        points: [
          { line: region.startLine, column: region.startColumn },
          { line: region.endLine ?? region.startLine, column: region.endColumn ?? region.startColumn },
        ],
      })),
    ),
  )

function githubPlaces(report: Report): Place[] {
  return renderGithub(report)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const fields = Object.fromEntries(
        (/^::\w+ (.*?)::/.exec(line)?.[1] ?? '').split(',').map((field) => field.split('=') as [string, string]),
      )
      const point = (at?: string, column?: string) => ({ line: Number(at), ...(column && { column: Number(column) }) })
      const points = [point(fields.line, fields.col), point(fields.endLine ?? fields.line, fields.endColumn)]
      return { file: (fields.file ?? '').replaceAll('%2C', ',').replaceAll('%3A', ':'), points }
    })
}

function isThere({ file, points }: Place, texts: ReadonlyMap<string, string>): boolean {
  const lines = (texts.get(file) ?? readFileSync(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  return points.every(({ line, column = 1 }) => {
    const text = lines[line - 1]
    return text !== undefined && column >= 1 && column <= text.length + 1
  })
}
