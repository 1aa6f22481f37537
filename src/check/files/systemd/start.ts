import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Unit } from '#formats/systemd/parse.ts'
import { nameOf, type PageFile } from '../page-file.ts'

export const fileSystemdStart = defineFinding({
  code: 'FILE_SYSTEMD_START',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} no dice qué arranca.',
    hint: 'Añade ExecStart.',
    why: 'Un servicio que no arranca nada es un error para systemd.',
  },
  en: {
    message: '{file} does not say what it starts.',
    hint: 'Add ExecStart.',
    why: 'A service that starts nothing is an error to systemd.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'User=app', '```'],
  right: ['```ini file=app.service', '[Service]', 'User=app', 'ExecStart=/usr/bin/app', '```'],
})

/** A service that starts nothing. */
export function startFindings(file: PageFile, { sections, entries }: Unit): Finding[] {
  const service = sections.find(({ name }) => name === 'Service')
  const starts = entries.some(({ key }) => key === 'ExecStart' || key === 'ExecStop' || key === 'SuccessAction')
  const idle = service && file.whole && !/\.d\//.test(file.path ?? '') && !starts
  return idle ? [fileSystemdStart.at(file.at(service.start, service.end), { file: nameOf(file) })] : []
}
