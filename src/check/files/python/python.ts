import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs'
import type { Finding } from '#finding/finding.ts'
import type { FormatCheck } from '../../rule.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'
import { filePythonName } from './name.ts'

/** Python as ruff's parser reads it: what no Python runs, and names that nothing defines. The first error causes those after it. */
export const python: FormatCheck = (file) => {
  const text = undented(file.text)
  const shift = file.text.split('\n').map((line, index) => line.length - (text.split('\n')[index] as string).length)
  const offsetOf = ({ row, column }: Position) => offsetIn(file.text, row, column + (shift[row - 1] ?? 0))
  const diagnostics: Diagnostic[] = workspace().check(text)
  const errors = diagnostics.filter(({ code }) => code === 'invalid-syntax').slice(0, 1)
  if (errors.length === 0 && file.whole && /^(import|from) /m.test(text))
    return unknownNames(file, diagnostics, offsetOf)
  return errors.map(({ message, start_location }) =>
    fileSyntax.at(file.at(offsetOf(start_location)), {
      file: nameOf(file),
      format: 'Python',
      reason: message,
    }),
  )
}

/** A part of a file may use what the rest of it defines: only one that imports what it uses is taken for all of it. */
function unknownNames(
  file: PageFile,
  diagnostics: readonly Diagnostic[],
  offsetOf: (position: Position) => number,
): Finding[] {
  return diagnostics
    .filter(({ code }) => code === UNDEFINED)
    .map(({ start_location, end_location }) => {
      const [start, end] = [offsetOf(start_location), offsetOf(end_location)]
      const data = { file: nameOf(file), name: file.text.slice(start, end) }
      return filePythonName.at(file.at(start, end), data)
    })
}

/** ruff's rule for a name that nothing defines. */
const UNDEFINED = 'F821'

interface Position {
  row: number
  column: number
}

let made: Workspace | undefined

/** Only what fails when it runs: the style of a page's Python is its author's. */
const workspace = (): Workspace => {
  made ??= new Workspace({ 'target-version': 'py313', lint: { select: [UNDEFINED] } }, PositionEncoding.Utf16)
  return made
}

/** A part of a file may be shown with the indentation it has there. */
function undented(text: string): string {
  const lines = text.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const common = Math.min(...indents)
  return common > 0 && Number.isFinite(common) ? lines.map((line) => line.slice(common)).join('\n') : text
}

function offsetIn(text: string, row: number, column: number): number {
  const before = text.split('\n').slice(0, row - 1)
  return Math.min(before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1, text.length)
}
