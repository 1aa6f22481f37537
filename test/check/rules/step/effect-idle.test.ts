import { expect, test } from 'vitest'
import { findingsOf, runbook, step } from '../../page.ts'

const codes = (text: string) =>
  findingsOf({ 'page.md': runbook([step(text, 'effect=update', 'change')]) })
    .map(({ code }) => code)
    .filter((code) => code === 'STEP_EFFECT_IDLE')

test.each([
  'sed s/8000/8080/ app.conf',
  `ssh -o BatchMode=yes deploy@prod.example.com 'sed s/8000/8080/ app.conf'`,
  'docker ps && systemctl status app',
])('%s changes nothing', (text) => expect(codes(text)).toEqual(['STEP_EFFECT_IDLE']))

test.each([
  'sed -i s/8000/8080/ app.conf',
  'sed -Ei s/8000/8080/ app.conf',
  'sed s/8000/8080/ app.conf >new.conf',
  `sed 's/8000/8080/w new.conf' app.conf`,
  'sed "$PROGRAM" app.conf',
  'docker ps; ./deploy.sh',
  'docker ps; FOUND=1',
  'set_up() { docker ps; }; set_up',
])('%s may change something', (text) => expect(codes(text)).toEqual([]))
