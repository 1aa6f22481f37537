import { defineFinding } from '#finding/define.ts'

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
