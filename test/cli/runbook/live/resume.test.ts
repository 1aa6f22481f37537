import { appendFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { RunbookOptions } from '../../../../src/cli/runbook/options.ts'
import type { DemoStep } from '../../../support/live-demo.ts'
import { liveDirectory, plain, STEPS } from '../../../support/live-directory.ts'
import { commandsWith, watchdogsOf } from '../../../support/processes.ts'

const place = liveDirectory()
const { read, touch, runs, journal, entries, unattended, attended } = place

describe('a run that failed goes on where it stopped', () => {
  test('with the state it had, and repeats nothing', async () => {
    const { status, out } = await unattended()
    expect(status).toBe(1)
    expect(out).toMatch(/go on where it stopped: pnpm runbook demo --resume \d{4}-\d\d-\d\dT\d{6}Z-demo\n/)
    touch('go')
    const live = attended({ options: { resume: '' } })
    await live.answer('What now?', 'r')
    expect(await live.ended).toBe(0)
    expect(read('result')).toBe('kept: v 1\n')
    expect(journal().match(/"step-started","step":"set"/g)).toHaveLength(1)
    expect(read('changes')).toBe('line\nline\n')
    expect(runs()).toHaveLength(1)
  })

  test('and a change that failed is not repeated without asking, be it confirmed beforehand', async () => {
    await unattended()
    touch('go')
    await expect(unattended({ options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    expect(read('changes')).toBe('line\n')
  })

  test('with what its steps published in expected outputs', async () => {
    const publishing: DemoStep[] = [
      { id: 'publish', effect: 'read', text: 'VERSION="1.2.3 x"', capture: ['VERSION'] },
      { id: 'wait', effect: 'read', text: 'test -e go' },
      {
        id: 'compare',
        effect: 'read',
        text: 'echo "it is 1.2.3 x"',
        expect: [{ mode: 'whole', text: 'it is $VERSION', line: 2 }],
      },
    ]
    expect((await unattended({ steps: publishing })).status).toBe(1)
    touch('go')
    const { status, out } = await unattended({ steps: publishing, options: { resume: '' } })
    expect(out).toMatch(/VERSION +1\.2\.3 x/)
    expect(status).toBe(0)
  })

  test('with its steps in the background started again', async () => {
    const serving: DemoStep[] = [
      { id: 'serve', effect: 'read', text: 'touch up; sleep 50', background: { ready: 'test -e up' } },
      { id: 'wait', effect: 'read', text: 'test -e go' },
      { id: 'ask', effect: 'read', text: 'test -e up' },
    ]
    expect((await unattended({ steps: serving })).status).toBe(1)
    place.remove('up')
    touch('go')
    expect((await unattended({ steps: serving, options: { resume: '' } })).status).toBe(0)
  })
})

describe('a step of which nobody saw the end', () => {
  /** Its change takes until it is told to go, or fails at once. */
  const text = 'echo line >> changes; test ! -e fail || exit 1; test -e go || sleep 600'
  const SLOW = STEPS.map((step) => (step.id === 'change' ? { ...step, text } : step))

  /** Kills a run in its changing step. */
  async function killed(options: Partial<RunbookOptions> = {}, typed = false, steps: readonly DemoStep[] = SLOW) {
    const before = read('changes').length
    const live = (typed ? attended : place.started)({ steps, options })
    if (options.resume !== undefined) await live.answer('What now?', 'r')
    await vi.waitUntil(() => read('changes').length > before, { timeout: 180_000 })
    if (typed) process.kill(-(live.child.pid ?? Number.NaN), 'SIGKILL')
    live.child.kill('SIGKILL')
    await live.ended
    return steps
  }

  test('is not repeated without asking', async () => {
    const steps = await killed()
    appendFileSync(place.at('state', 'runs', `${runs()[0]}.jsonl`), '{"kind":"step-out')
    touch('go')
    await expect(unattended({ steps, options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    expect(read('changes')).toBe('line\n')
    expect(() => entries()).toThrow()
    const live = attended({ steps, options: { resume: '' } })
    await live.answer('What now?', 'q')
    expect(await live.ended).toBe(130)
    expect(read('changes')).toBe('line\n')
    expect(entries().at(-1)).toMatchObject({ kind: 'run-finished', report: { status: 'interrupted' } })
  })

  test('nor when it was killed again after it had been resumed', async () => {
    touch('fail')
    await unattended({ steps: SLOW })
    place.remove('fail')
    const steps = await killed({ resume: '' }, true)
    touch('go')
    expect(read('changes')).toBe('line\nline\n')
    await expect(unattended({ steps, options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    expect(read('changes')).toBe('line\nline\n')
  })

  test('nor after Ctrl-C in it', async () => {
    const steps = SLOW
    const live = place.started({ steps })
    await vi.waitUntil(() => read('changes') !== '', { timeout: 180_000 })
    live.child.kill('SIGINT')
    expect(await live.ended).toBe(130)
    touch('go')
    await expect(unattended({ steps, options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    expect(read('changes')).toBe('line\n')
  })

  test('may have finished: the run goes on after it', async () => {
    const steps = await killed()
    const live = attended({ steps, options: { resume: '' } })
    await live.answer('What now?', 'f')
    expect(await live.ended).toBe(0)
    expect(read('changes')).toBe('line\n')
    expect(read('result')).toBe('kept: v 1\n')
    expect(live.printed()).toContain('finished, says the operator')
  })

  test('is asked about once the steps after it that only read have said what they see', async () => {
    const steps = [
      { ...SLOW[1], id: 'change' },
      { id: 'sees', effect: 'read', text: 'grep line changes' },
      { id: 'misses', effect: 'read', text: 'grep other changes' },
      { id: 'next', effect: 'update', text: 'touch next' },
    ] as DemoStep[]
    await killed({}, false, steps)
    const live = attended({ steps, options: { resume: '' } })
    await live.answer('What now?', 'q')
    expect(await live.ended).toBe(130)
    expect(plain(live.printed())).toMatch(/✔ sees: passed\n *✘ misses: failed/)
    expect(place.exists('next')).toBe(false)
    const started = entries().flatMap((entry) => (entry.kind === 'step-started' ? [entry.step] : []))
    expect(started).toEqual(['change'])
  })

  test('and what it left running is shown, and ended', async () => {
    const sleep = `sleep 8100.${process.pid}`
    const steps: DemoStep[] = [{ id: 'change', effect: 'update', text: `touch there; test -e go || ${sleep}` }]
    const live = place.started({ steps })
    await vi.waitUntil(() => place.exists('there'), { timeout: 180_000 })
    // As if its watchdog had been killed with it.
    const [watchdog = Number.NaN] = watchdogsOf(live.child.pid)
    process.kill(watchdog, 'SIGSTOP')
    onTestFinished(() => void process.kill(watchdog, 'SIGKILL'))
    live.child.kill('SIGKILL')
    await live.ended
    expect(commandsWith(sleep).length).toBeGreaterThan(0)
    touch('go')
    const next = attended({ steps, options: { resume: '', yes: false } })
    await next.answer('End them?', 'y')
    await next.answer('What now?', 'f')
    expect(await next.ended).toBe(0)
    expect(next.printed()).toContain(sleep)
    expect(commandsWith(sleep)).toEqual([])
  })
})

describe('which run goes on', () => {
  test('a retry of one step, or a run declined at its first question, does not hide the one that failed', async () => {
    await unattended()
    touch('go')
    expect((await unattended({ options: { selection: { only: ['set'] } } })).status).toBe(0)
    const declined = attended({ options: { yes: false } })
    await declined.answer('Go on? [y/N]', 'n')
    expect(await declined.ended).toBe(130)
    const live = attended({ options: { resume: '' } })
    await live.answer('What now?', 'r')
    expect(await live.ended).toBe(0)
    expect(live.printed()).toMatch(/Continues \S+-demo: 1 steps finished before/)
  })

  test('with several the person has to say which, by its name or how that begins', async () => {
    await unattended()
    await unattended({ options: { selection: { until: 'change' } } })
    const [first = ''] = runs()
    const several = unattended({ options: { resume: '' } })
    await expect(several).rejects.toMatchObject({ exit: 2, message: expect.stringContaining(first) })
    await expect(unattended({ options: { resume: '2001-01-01T' } })).rejects.toMatchObject({ exit: 2 })
    const live = attended({ options: { resume: first } })
    await live.answer('What now?', 'f')
    expect(await live.ended).toBe(0)
    expect(read('result')).toBe('kept: v 1\n')
  })

  test('one that came to its end is none, nor one that a later run of the same has done', async () => {
    await expect(unattended({ options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    await unattended()
    touch('go')
    expect((await unattended()).status).toBe(0)
    await expect(unattended({ options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
    const [, second = ''] = runs()
    await expect(unattended({ options: { resume: second } })).rejects.toMatchObject({ exit: 2 })
  })
})
