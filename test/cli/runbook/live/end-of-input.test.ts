import { describe, expect, test } from 'vitest'
import type { DemoStep } from '../../../support/live-demo.ts'
import { type Demo, liveDirectory, plain, STEPS } from '../../../support/live-directory.ts'
import { startLive } from '../../../support/live-process.ts'

const place = liveDirectory()
const { entries, read, runs, touch } = place

const CTRL_C = String.fromCharCode(3)
const CTRL_D = String.fromCharCode(4)

const first = STEPS[0] as DemoStep
const removing: DemoStep = { id: 'remove', effect: 'delete', text: 'echo line >> changes' }
const byHand: DemoStep = { id: 'sign', effect: 'update', text: 'true', manual: 'sign it' }

/** Questions of a run, what comes to each, and the status of a run that ends there. */
const QUESTIONS: [name: string, question: string, demo: Demo, status: number][] = [
  ['a failure', 'What now?', {}, 1],
  ['the first change', 'Go on? [y/N]', { options: { yes: false } }, 130],
  ['a deletion', 'To run it, type remove:', { steps: [first, removing] }, 130],
  ['a step by hand', 'Done? [y/N/r]', { steps: [first, byHand] }, 130],
]

describe.each([
  ['in a terminal', false],
  ['with --plain', true],
])('%s', (_, isPlain) => {
  const live = ({ options, ...demo }: Demo) =>
    startLive({
      directory: place.at(),
      steps: STEPS,
      typed: true,
      plain: isPlain,
      ...demo,
      options: { yes: true, ...options },
    })

  test.each(QUESTIONS)(
    'the end of what is typed, at the question of %s, stops a run that can go on',
    async (_, question, demo, status) => {
      const stopped = live(demo)
      await stopped.answer(question, CTRL_D)
      expect(await stopped.ended).toBe(status)
      expect(entries().at(-1)?.kind).toBe('run-finished')
      expect(plain(stopped.printed())).toContain(`--resume ${runs()[0]}`)
    },
  )

  test('Ctrl-C at the question of a failure does, too', async () => {
    const stopped = live({})
    await stopped.answer('What now?', CTRL_C)
    expect(await stopped.ended).toBeGreaterThan(0)
    expect(entries().at(-1)?.kind).toBe('run-finished')
    expect(plain(stopped.printed())).toContain(`--resume ${runs()[0]}`)
    touch('go')
    const next = live({ options: { resume: '' } })
    await next.answer('What now?', 'r')
    expect(await next.ended).toBe(0)
    expect(read('changes')).toBe('line\nline\n')
  })
})
