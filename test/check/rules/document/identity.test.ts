import { expect, test } from 'vitest'
import { found, step } from '../../page.ts'

const real = (text: string) => found(step(text)).some((line) => line.endsWith('DOCUMENT_IDENTITY'))

test.each([
  'sudo systemctl restart app@prod.service',
  'systemctl status user@1000.slice ssh@web.socket backup@daily.timer',
  'systemctl list-dependencies getty@tty1.target run-mount@data.mount check@x.path job@y.scope',
  'journalctl --unit=app@blue.service --no-pager',
  'cp icon@2x.png icon.png',
  'psql -f dump@monday.sql',
  'npm install left-pad@1.3.0 vite@v6.15.0-beta.1',
  'git clone git@github.com:example/app.git\ngit clone git@gitlab.com:example/app.git',
  'dig @8.8.8.8 app.example.com\ndig @1.1.1.1 app.example.com',
  'ssh deploy@app.example.com',
])('nothing real stands in: %s', (text) => {
  expect(real(text)).toBe(false)
})

test.each([
  'ssh deploy@app.acme-widgets.com',
  'git clone git@git.acme-widgets.com:team/app.git',
  'echo "write to ops@acme-widgets.net"',
  'ssh deploy@app.service.acme-widgets.com',
  'ping 54.123.45.67',
])('someone real stands in: %s', (text) => {
  expect(real(text)).toBe(true)
})
