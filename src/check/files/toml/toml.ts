import { parse, TomlError } from 'smol-toml'
import type { FormatCheck } from '../../rule.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'

/** TOML by its own parser, which also refuses keys given twice. */
export const toml: FormatCheck = (file) => {
  try {
    parse(file.text)
    return []
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = (error.message.split('\n')[0] as string).replace(/^Invalid TOML document: /, '')
    return [fileSyntax.at(file.at(offsetOf(file, error)), { file: nameOf(file), format: 'TOML', reason })]
  }
}

function offsetOf({ text }: PageFile, { line, column }: TomlError): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
}
