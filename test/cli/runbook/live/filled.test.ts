import { expect, test } from 'vitest'
import type { Plan } from '#schema/plan.ts'
import { planRun } from '#script/plan.ts'
import { filledText } from '../../../../src/cli/runbook/live/filled.ts'
import { demoScript } from '../../../support/live-demo.ts'
import { liveDirectory } from '../../../support/live-directory.ts'

const place = liveDirectory()

const inputs = {
  HOST: { value: 'prod.example.com', source: 'flag' as const, secret: false },
  TOKEN: { value: 's3cret-token', source: 'environment' as const, secret: true },
}

function filled(text: string): string {
  const script = demoScript({ steps: [{ id: 'one', effect: 'read', text }] })
  const plan = planRun({ script, inputs, shell: 'host', live: true, selection: {} }) as Plan
  const [item] = plan.procedures[0]?.items ?? []
  return item?.kind === 'step' ? filledText(item, inputs) : ''
}

test.each([
  ['ssh "deploy@$HOST" "echo ${HOST}"', 'ssh "deploy@prod.example.com" "echo prod.example.com"'],
  ['printf %s "$TOKEN" | docker login', 'printf %s "***" | docker login'],
  ["ssh x 'echo $HOST' # $HOST", "ssh x 'echo $HOST' # $HOST"],
  ['HOST=other; echo "$HOST"', 'HOST=other; echo "$HOST"'],
  ['echo "${HOST:-none} $OTHER"', 'echo "${HOST:-none} $OTHER"'],
])('%s', (text, shown) => {
  expect(filled(text)).toBe(shown)
})

test('a live run shows each step so, once, before what it prints', async () => {
  const steps = [
    { id: 'look', effect: 'read' as const, text: 'echo "at $HOST"' },
    { id: 'change', effect: 'update' as const, text: 'touch "$HOST"' },
  ]
  const parameters = { HOST: { type: 'hostname' as const, example: 'a.example.com' } }
  const live = place.attended({ steps, parameters, options: { yes: false, flags: { HOST: 'prod.example.com' } } })
  await live.answer('Start? [y/N]', 'y')
  await live.answer('Go on? [y/N]', 'y')
  expect(await live.ended).toBe(0)
  expect(live.printed()).toMatch(/echo "at prod\.example\.com"[\s\S]*at prod\.example\.com/)
  expect(live.printed().match(/touch "prod\.example\.com"/g)).toHaveLength(1)
})
