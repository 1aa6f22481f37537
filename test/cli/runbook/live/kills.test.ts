import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { hasBegun, isFinished, type PastRun, pastRuns } from '#run/journal/past-run.ts'
import { type JournalEntry, journalEntrySchema } from '#schema/journal.ts'
import { seededNumbers } from '../../../../src/maintain/endurance/seeded.ts'
import { fromMachine } from '../../../require.ts'
import type { DemoStep } from '../../../support/live-demo.ts'
import { liveDirectory, plain } from '../../../support/live-directory.ts'
import type { LiveProcess } from '../../../support/live-process.ts'
import { commandsWith } from '../../../support/processes.ts'

/** How many runs are killed; the same seed kills at the same moments of them. */
const KILLS = Number(process.env.KILLS ?? (process.env.SUITE === 'long' ? 200 : 20))
const SEED = Number(process.env.SEED ?? 17)

/** From a start to the end of the last of ten steps, on a slow machine: kills are spread over it. */
const LENGTH_MS = 3000

const place = liveDirectory()
const terminal = await fromMachine('script')

/** Ten steps, each of which leaves a line that everybody can see. */
const tenSteps = (): DemoStep[] =>
  Array.from({ length: 10 }, (_, index) => ({
    id: `s${index}`,
    effect: 'update',
    text: `sleep 0.04; echo s${index} >> ${place.at('effects')}; sleep 0.04`,
  }))

const effects = () => place.read('effects').split('\n').filter(Boolean)
const all = () => (existsSync(place.at('state', 'runs')) ? pastRuns(place.at('state', 'runs')) : [])
const unfinished = (): PastRun | undefined => all().find((run) => hasBegun(run) && !isFinished(run))

/** Starts a run, or goes on with the one that was killed. */
const next = () => place.attended({ steps: tenSteps(), options: { yes: true, ...(unfinished() && { resume: '' }) } })

/** Answers as a person who looks first: what is there is finished, what is not is run. Ends with the run. */
async function attend(live: LiveProcess): Promise<void> {
  for (;;) {
    const step = await live
      .answer('What now?', () => (effects().includes(doubted(live)) ? 'f' : 'r'))
      .catch(() => 'over')
    if (step === 'over') return
  }
}

/** The step of the last question: one that was killed, or one that failed. */
const doubted = (live: LiveProcess) =>
  [...plain(live.printed()).matchAll(/(s\d) {2}This step started before|Step "(s\d)"/g)].at(-1)?.slice(1).join('') ?? ''

/** Ends the process of the run itself, and nothing else; not where it has just ended. */
function kill(): boolean {
  const own = commandsWith(place.at()).map((line) => line.trim().split(/\s+/))
  return own.some(([pid, , program]) => program === process.execPath && isKilled(Number(pid)))
}

function isKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

/** Every step did its work once, and was started once more only where a person had said so since: they may say so twice, killed before it started. */
function expectWhole(run: PastRun): void {
  const entries = place.entries(run.identity.run)
  const journal = entries.map(shown).filter(Boolean).join('\n')
  expect(effects(), journal).toEqual(tenSteps().map(({ id }) => id))
  // None of them can fail by itself.
  expect(journal).not.toMatch(/step-finished s\d (failed|timed-out)/)
  for (const { id } of tenSteps()) {
    const of = entries.filter((entry) => 'step' in entry && entry.step === id)
    const told = of.flatMap((entry) => {
      if (entry.kind === 'step-started') return 'started '
      return entry.kind === 'step-decided' && entry.decision === 'run' ? 'run ' : []
    })
    expect(told.join('')).toMatch(/^started ((run )+started )*(run )*$/)
  }
}

/** What an entry tells of a step, or of who went on with the run: enough to see why one was lost. */
function shown(entry: JournalEntry): string {
  if (entry.kind === 'run-resumed') return `${entry.at} ${entry.kind}`
  if (entry.kind === 'step-decided') return `${entry.at} ${entry.kind} ${entry.step} ${entry.decision}`
  if (entry.kind === 'step-started') return `${entry.at} ${entry.kind} ${entry.step}`
  if (entry.kind !== 'step-finished') return ''
  const { status, exitCode, output } = entry.report
  return `${entry.at} ${entry.kind} ${entry.step} ${status} ${exitCode} ${output ?? ''}`
}

test.skipIf(!terminal)(
  `${KILLS} kills of runs of ten steps, each gone on with: nothing lost, nothing repeated, nothing left`,
  { timeout: KILLS * 15_000 + 60_000 },
  async () => {
    const random = seededNumbers(SEED)
    for (let kills = 0; kills < KILLS; ) {
      const live = next()
      const attended = attend(live)
      const end = await Promise.race([live.ended, wait(random() * LENGTH_MS).then(() => 'killed' as const)])
      if (end !== 'killed') expect(end, live.printed()).toBe(0)
      else if (kill()) kills += 1
      await live.ended
      await attended
      const last = all().at(-1)
      if (last && isFinished(last) && effects().length > 0) {
        expectWhole(last)
        place.remove('effects')
      }
    }
    while (unfinished()) {
      const live = next()
      await Promise.all([attend(live), live.ended])
      if (!unfinished()) expectWhole(all().at(-1) as PastRun)
    }
    const decided = all().flatMap(({ identity }) =>
      place.entries(identity.run).filter(({ kind }) => kind === 'step-decided'),
    )
    expect(decided.length).toBeGreaterThan(0)
    await expect.poll(() => commandsWith(place.at()), { timeout: 180_000 }).toEqual([])
    for (const { identity } of all())
      for (const entry of place.entries(identity.run)) expect(journalEntrySchema.safeParse(entry).success).toBe(true)
  },
)
