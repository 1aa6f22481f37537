import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { SECTION_NAMES } from '#formats/systemd/directives.ts'
import type { Unit } from '#formats/systemd/parse.ts'
import { suggest } from '#schema/spelling.ts'
import type { PageFile } from '../page-file.ts'

export const fileSystemdSection = defineFinding({
  code: 'FILE_SYSTEMD_SECTION',
  severity: 'error',
  allowable: true,
  es: {
    message: 'systemd no tiene la sección [{found}]: ignora todo lo que hay en ella.',
    hint: 'Corrige el nombre.[? Quizá querías [{suggestion}].]',
    why: 'systemd avisa en su registro y sigue sin leer la sección.',
  },
  en: {
    message: 'systemd has no section [{found}]: it ignores all that is in it.',
    hint: 'Correct the name.[? Did you mean [{suggestion}]?]',
    why: 'systemd says so in its log and goes on without reading the section.',
  },
  wrong: ['```ini file=app.service', '[Servise]', 'ExecStart=/usr/bin/true', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/true', '```'],
})

/** Sections of units that are read by other programs than the manager. */
const OTHERS = ['Match', 'Network', 'Link', 'NetDev', 'Address', 'Route']

/** A section that systemd does not have. */
export function sectionFindings(file: PageFile, { sections }: Unit): Finding[] {
  return sections
    .filter(({ name }) => !SECTION_NAMES.includes(name) && !name.startsWith('X-') && !OTHERS.includes(name))
    .map(({ name, start, end }) => {
      const suggestion = suggest(name, SECTION_NAMES)
      return fileSystemdSection.at(file.at(start, end), { found: name, suggestion })
    })
}
