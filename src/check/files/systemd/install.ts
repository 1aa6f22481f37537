import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Unit } from '#formats/systemd/parse.ts'
import { ask } from '../../page/call.ts'
import type { Around } from '../../rule.ts'
import type { PageFile } from '../page-file.ts'

export const fileSystemdInstall = defineFinding({
  code: 'FILE_SYSTEMD_INSTALL',
  severity: 'error',
  allowable: true,
  es: {
    message: 'systemctl enable no hará nada: {name} no tiene [Install].',
    hint: 'Añade [Install] con WantedBy=multi-user.target.',
    why: 'enable enlaza la unidad con la que la pide. Si ninguna la pide, el servicio no vuelve tras un reinicio.',
  },
  en: {
    message: 'systemctl enable will do nothing: {name} has no [Install].',
    hint: 'Add [Install] with WantedBy=multi-user.target.',
    why: 'enable links the unit to the one that wants it. When none does, the service does not come back after a restart.',
  },
  wrong: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/usr/bin/app',
    '```',
    '',
    '```bash step=enable',
    'sudo systemctl enable app',
    '```',
  ],
  right: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/usr/bin/app',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '```',
    '',
    '```bash step=enable',
    'sudo systemctl enable app',
    '```',
  ],
})

/** `systemctl enable` of a unit nothing wants does nothing at the next start. */
export function enableFindings(file: PageFile, { entries }: Unit, { facts }: Around): Finding[] {
  const name = file.path?.slice(file.path.lastIndexOf('/') + 1)
  if (!name || entries.some(({ section }) => section === 'Install')) return []
  const unit = name.replace(/\.service$/, '')
  const enables = facts.calls.some((call) =>
    ask(call, 'enablesUnits')?.some(({ text }) => text === unit || text === name),
  )
  return enables ? [fileSystemdInstall.at(file.at(0), { name })] : []
}
