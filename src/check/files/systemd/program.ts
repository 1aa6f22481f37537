import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import type { PageFile } from '../page-file.ts'
import { canStart, programOf } from './command.ts'

export const fileSystemdProgram = defineFinding({
  code: 'FILE_SYSTEMD_PROGRAM',
  severity: 'error',
  allowable: true,
  es: {
    message: '{key} necesita una ruta absoluta; se encontró «{found}».',
    hint: 'Escribe la ruta desde /.',
    why: 'systemd no tiene directorio de trabajo desde el que leer una ruta relativa.',
  },
  en: {
    message: '{key} needs an absolute path; found `{found}`.',
    hint: 'Write the path from /.',
    why: 'systemd has no working directory to read a relative path from.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'ExecStart=venv/bin/uvicorn app:app', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/opt/app/venv/bin/uvicorn app:app', '```'],
})

/** A program by a relative path, and the other paths of a service that have to be absolute. */
export function programFindings(file: PageFile, entry: UnitEntry): Finding[] {
  const { key, value, valueStart, end } = entry
  const program = programOf(entry)
  if (program && !canStart(program)) {
    const { text, path, start } = program
    return [fileSystemdProgram.at(file.at(start, start + text.length), { found: path, key })]
  }
  if (!PATHS.has(key) || value === '' || /^[-~+!]*[/%~]/.test(value)) return []
  return [fileSystemdProgram.at(file.at(valueStart, end), { found: value, key })]
}

const PATHS = new Set(['EnvironmentFile', 'WorkingDirectory', 'RootDirectory', 'PIDFile'])
