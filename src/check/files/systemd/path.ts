import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import type { PageFile } from '../page-file.ts'
import { variableIn } from './variable.ts'

export const fileSystemdPath = defineFinding({
  code: 'FILE_SYSTEMD_PATH',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'Con PATH={found} el servicio no encuentra los programas del sistema.',
    hint: 'Añade :/usr/local/bin:/usr/bin:/bin.',
    why: 'PATH se sustituye entero. El servicio ya no encuentra sh, env ni nada que llame por su nombre.',
  },
  en: {
    message: 'With PATH={found} the service finds no program of the system.',
    hint: 'Add :/usr/local/bin:/usr/bin:/bin.',
    why: 'PATH is replaced as a whole. The service no longer finds sh, env or anything it calls by name.',
  },
  wrong: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/opt/app/venv/bin/app',
    'Environment=PATH=/opt/app/venv/bin',
    '```',
  ],
  right: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/opt/app/venv/bin/app',
    'Environment=PATH=/opt/app/venv/bin:/usr/bin:/bin',
    '```',
  ],
})

/** A search path without the directories of the system. */
export function pathFindings(file: PageFile, entry: UnitEntry): Finding[] {
  const { key, value, valueStart, end } = entry
  if (key !== 'Environment' || variableIn(entry) !== undefined) return []
  const path = /(?:^|[\s"'])PATH=([^"'\s]*)/.exec(value)?.[1]
  if (path === undefined || path.split(':').some((folder) => folder === '/usr/bin' || folder === '/bin')) return []
  return [fileSystemdPath.at(file.at(valueStart, end), { found: path })]
}
