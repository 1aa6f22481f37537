import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type PastRun, pastRuns } from '#run/journal/past-run.ts'
import { reportSchema } from '#schema/report.ts'
import { runs } from '../../../src/cli/runs/runs.ts'
import { undoneWith, undoRun } from '../../../src/cli/runs/undo.ts'
import { type DemoStep, demoScript } from '../../support/live-demo.ts'
import { liveDirectory, STEPS } from '../../support/live-directory.ts'

const place = liveDirectory()
const { touch, read, unattended, terminal } = place

const STEPS_AND_BACK: DemoStep[] = [...STEPS, { id: 'undo', effect: 'update', text: 'echo undone >> changes' }]
const PROCEDURES = [
  { id: 'deploy', steps: ['set', 'change', 'use'], undo: 'roll-back' },
  { id: 'roll-back', steps: ['undo'], irreversible: { es: 'nada lo deshace', en: 'nothing undoes it' } },
]
const demo = { steps: STEPS_AND_BACK, procedures: PROCEDURES }
const deploy = (procedure = 'deploy') => unattended({ ...demo, options: { selection: { procedure } } })

const all = () => pastRuns(place.at('state', 'runs'))
const named = (index: number) => all()[index]?.identity.run ?? ''

/** What a command prints, and its status. */
async function asked(...args: string[]) {
  const fake = terminal()
  const status = await runs({ ...fake.terminal, args })
  return { status, out: fake.out() }
}

const undo = (run: PastRun) =>
  undoRun(run, {
    past: all(),
    confirmed: { yes: true, yesDelete: false },
    terminal: terminal().terminal,
    load: async () => demoScript(demo),
  })

describe('pnpm runs', () => {
  test('lists no run where there is none, and makes no directory', async () => {
    expect(await asked()).toEqual({ status: 0, out: 'There is no live run yet.\n' })
    expect(existsSync(place.at('state'))).toBe(false)
  })

  test('lists what became of each, for people and for programs', async () => {
    await deploy()
    touch('go')
    await deploy()
    const { out } = await asked()
    expect(out).toMatch(/Z-demo +deploy +one@example.com +1\/3 +unfinished/)
    expect(out).toMatch(/Z-demo\S* +deploy +one@example.com +3\/3 +passed/)
    expect(JSON.parse((await asked('--json')).out)).toMatchObject([
      { runbook: 'demo', state: 'unfinished', done: 1, steps: 3, undoes: null },
      { state: 'passed', done: 3 },
    ])
  })

  test('shows one, by the beginning of its name, with where its journal is and how it goes on', async () => {
    await deploy()
    const { out } = await asked('show', named(0).slice(0, 12))
    expect(out).toContain(place.at('state', 'runs', `${named(0)}.jsonl`))
    expect(out).toContain(`pnpm runbook demo --resume ${named(0)}`)
    expect(out).toMatch(/✘ failed +no evidence +change/)
  })

  test('reports one in every format, over all the times it went on', async () => {
    await deploy()
    touch('go')
    const live = place.attended({ ...demo, options: { resume: '' } })
    await live.answer('What now?', 'r')
    expect(await live.ended).toBe(0)
    const { out } = await asked('report', named(0), '--report', 'json')
    const report = reportSchema.parse(JSON.parse(out))
    expect(report).toMatchObject({ exitCode: 0, runs: [{ status: 'passed', live: true }] })
    expect(report.runs[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
      ['set', 'passed'],
      ['change', 'passed'],
      ['use', 'passed'],
    ])
    expect((await asked('report', named(0), '--report', 'junit')).out).toMatch(/^<\?xml/)
    expect((await asked('report', named(0))).out).toContain('demo: passed')
  })

  test.each([['nonsense', 'x'], ['show'], ['show', '2001-01-01'], ['show', 'a', 'b']])(
    'refuses %s',
    async (...args) => {
      await deploy()
      await expect(asked(...args)).rejects.toMatchObject({ exit: 2 })
    },
  )
})

describe('pnpm runs undo', () => {
  test('undoes a run once, by the procedure its page names, as a run of its own', async () => {
    touch('go')
    await deploy()
    expect(await undo(all()[0] as PastRun)).toBe(0)
    expect(read('changes')).toBe('line\nundone\n')
    expect(all()[1]?.identity).toMatchObject({ procedure: 'roll-back', undoes: named(0) })
    expect((await asked()).out).toContain('rolled back')
    await expect(undo(all()[0] as PastRun)).rejects.toMatchObject({ exit: 2 })
    expect(read('changes')).toBe('line\nundone\n')
  })

  test('undoes what later runs did to the same target first', async () => {
    touch('go')
    await deploy()
    await deploy()
    expect(undoneWith(all()[0] as PastRun, all()).map(({ identity }) => identity.run)).toEqual([named(1), named(0)])
    expect(await undo(all()[0] as PastRun)).toBe(0)
    expect(all().map(({ identity }) => identity.undoes)).toEqual([undefined, undefined, named(1), named(0)])
  })

  test('refuses what changed nothing, and what nothing undoes, with the reason of the page', async () => {
    await unattended({ ...demo, options: { selection: { procedure: 'deploy', only: ['set'] } } })
    await expect(undo(all()[0] as PastRun)).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('changed nothing'),
    })
    await deploy('roll-back')
    await expect(undo(all()[1] as PastRun)).rejects.toMatchObject({ hint: { en: 'nothing undoes it' } })
  })
})
