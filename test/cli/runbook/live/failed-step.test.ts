import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '#schema/journal.ts'
import type { DemoStep } from '../../../support/live-demo.ts'
import { liveDirectory, plain, STEPS } from '../../../support/live-directory.ts'

const place = liveDirectory()
const { read, touch, entries, unattended, attended, runs } = place

const decisions = (run?: string) =>
  entries(run).flatMap((entry) => (entry.kind === 'step-decided' ? [[entry.step, entry.decision, entry.reason]] : []))
const lastReport = (run?: string) => {
  const last = entries(run).findLast(
    (entry): entry is Extract<JournalEntry, { kind: 'run-finished' }> => entry.kind === 'run-finished',
  )
  return last?.report
}

describe('after a failure a person may', () => {
  test('retry the step', async () => {
    const live = attended()
    await live.answer('What now?', 'x')
    touch('go')
    await live.answer('What now?', 'r')
    expect(await live.ended).toBe(0)
    expect(read('changes')).toBe('line\nline\n')
    expect(read('result')).toBe('kept: v 1\n')
    expect(decisions()).toEqual([['change', 'run', undefined]])
  })

  test('say that it finished: the run goes on, and has not passed', async () => {
    const live = attended()
    await live.answer('What now?', 'f')
    expect(await live.ended).toBe(1)
    expect(read('result')).toBe('kept: v 1\n')
    expect(lastReport()).toMatchObject({
      status: 'failed',
      steps: [{}, { status: 'failed', decided: 'finished' }, { status: 'passed' }],
    })
    expect(plain(live.printed())).not.toContain('--resume')
    await expect(unattended({ options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
  })

  test('go past an expected output that does not come', async () => {
    const steps: DemoStep[] = [
      { id: 'look', effect: 'read', text: 'echo other', expect: [{ mode: 'whole', text: 'this', line: 2 }] },
      { id: 'use', effect: 'read', text: 'touch used' },
    ]
    const live = attended({ steps })
    await live.answer('What now?', 's')
    await live.answer('Reason, for the journal:', '')
    await live.answer('What now?', 's')
    await live.answer('Reason, for the journal:', 'a newer tool says it otherwise')
    expect(await live.ended).toBe(1)
    expect(place.exists('used')).toBe(true)
    expect(decisions()).toEqual([['look', 'skipped', 'a newer tool says it otherwise']])
    expect(lastReport()?.steps[0]).toMatchObject({ decided: 'skipped', reason: 'a newer tool says it otherwise' })
  })

  test("open a shell with the run's state, and be asked again", async () => {
    const live = attended()
    await live.answer('What now?', 'h')
    await live.prints('leave with exit')
    live.child.stdin?.write('echo "in $PWD: $kept" > seen; exit\r')
    await live.answer('What now?', 'q')
    expect(await live.ended).toBe(1)
    expect(read('seen')).toBe(`in ${place.at()}: v 1\n`)
    expect(plain(live.printed())).toContain(`--resume ${runs()[0]}`)
  })

  test('stop with Ctrl-C at the question', async () => {
    const live = attended()
    await live.answer('What now?', String.fromCharCode(3))
    expect(await live.ended).toBe(1)
    expect(lastReport()).toMatchObject({ status: 'failed' })
    expect(decisions()).toEqual([['change', 'stop', undefined]])
  })

  test('roll back what was done, as the page says', async () => {
    const steps: DemoStep[] = [
      ...STEPS,
      { id: 'undo', effect: 'update', text: 'echo "undone ${kept-anew}" >> changes' },
    ]
    const procedures = [
      { id: 'deploy', steps: ['set', 'change', 'use'], undo: 'roll-back' },
      { id: 'roll-back', steps: ['undo'], irreversible: { es: 'no', en: 'no' } },
    ]
    const live = attended({ steps, procedures, options: { yes: false, selection: { procedure: 'deploy' } } })
    await live.answer('Go on? [y/N]', 'y')
    await live.answer('What now?', 'b')
    await live.answer('Go on? [y/N]', 'y')
    expect(await live.ended).toBe(1)
    expect(read('changes')).toBe('line\nundone anew\n')
    const [done, undone] = runs()
    expect(entries(undone)[0]).toMatchObject({ procedure: 'roll-back', undoes: done })
    await expect(unattended({ steps, procedures, options: { resume: '' } })).rejects.toMatchObject({ exit: 2 })
  })

  test('not roll back what nothing undoes', async () => {
    const live = attended()
    await live.answer('What now?', 'b')
    await live.answer('What now?', 'q')
    expect(plain(live.printed())).not.toContain('roll back')
    expect(await live.ended).toBe(1)
  })
})

describe('a step that a person does may run on their terminal', () => {
  const CTRL_C = String.fromCharCode(3)
  const set: DemoStep = { id: 'set', effect: 'read', text: 'kept=v\\ 1' }
  const logIn = (text: string): DemoStep => ({ id: 'log-in', effect: 'update', text, manual: 'it asks you' })

  test('where it can ask, with what the run has', async () => {
    const live = attended({
      steps: [set, logIn('test -t 0 && read -rp "Code: " code; echo "$kept $code" > code; (exit 4)')],
    })
    await live.answer('Done? [y/N/r]', 'r')
    await live.answer('Code: ', '12')
    await live.prints('It ended with status 4.')
    await live.answer('Done? [y/N/r]', 'y')
    expect(await live.ended).toBe(0)
    expect(read('code')).toBe('v 1 12\n')
    expect(decisions()).toEqual([['log-in', 'finished', undefined]])
  })

  test('where Ctrl-C ends it and not the run', async () => {
    // The terminal is of the command that prints by then; between two commands it is of bash, which goes on.
    const waits = `bash -c 'echo wai""ts; exec sleep 60'`
    const live = attended({ steps: [logIn(waits), { id: 'after', effect: 'read', text: 'touch after' }] })
    await live.answer('Done? [y/N/r]', 'r')
    await live.prints('waits')
    live.child.stdin?.write(CTRL_C)
    await live.answer('Done? [y/N/r]', 'y')
    expect(await live.ended).toBe(0)
    expect(place.exists('after')).toBe(true)
  })

  test('and not where it would go to another target', async () => {
    const live = attended({
      steps: [set, logIn('touch there; gcloud auth login --project="other-project"')],
      parameters: { PROJECT: { type: 'gcp-project-id', example: 'x' } },
      environment: { PROJECT: 'my-project' },
    })
    await live.answer('Done? [y/N/r]', 'r')
    await live.answer('Done? [y/N/r]', 'n')
    expect(await live.ended).toBe(130)
    expect(plain(live.printed())).toContain('other-project, which is not of this run')
    expect(place.exists('there')).toBe(false)
  })
})

describe('what is confirmed beforehand', () => {
  const manual: DemoStep = { id: 'sign', effect: 'update', text: 'true', manual: 'sign it' }
  const deleting: DemoStep = { id: 'remove', effect: 'delete', text: 'touch removed' }

  test('never is what a person does: it is asked, and the answer recorded', async () => {
    await expect(unattended({ steps: [...STEPS, manual] })).rejects.toMatchObject({ exit: 2 })
    expect(place.exists('changes')).toBe(false)
    const live = attended({ steps: [manual], options: { yes: true, yesDelete: true } })
    await live.answer('Done? [y/N/r]', 'y')
    expect(await live.ended).toBe(0)
    expect(decisions()).toEqual([['sign', 'finished', undefined]])
  })

  test('with --yes is no deletion', async () => {
    await expect(unattended({ steps: [...STEPS, deleting] })).rejects.toMatchObject({ exit: 2 })
    expect(place.exists('changes')).toBe(false)
    const live = attended({ steps: [deleting] })
    await live.answer('To run it, type remove:', 'y')
    expect(await live.ended).toBe(130)
    expect(place.exists('removed')).toBe(false)
    const again = attended({ steps: [deleting] })
    await again.answer('To run it, type remove:', 'remove')
    expect(await again.ended).toBe(0)
    expect(place.exists('removed')).toBe(true)
  })

  test('with --yes-delete is', async () => {
    expect((await unattended({ steps: [deleting], options: { yesDelete: true } })).status).toBe(0)
    expect(place.exists('removed')).toBe(true)
  })
})
