import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docker } from '#fixture/docker/engine.ts'
import { leftSince, takeTraces } from '../../../src/maintain/endurance/traces.ts'
import { BUILD_MS, dockerAvailable } from '../../support/docker.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'
import { type Spawned, startCli, until } from '../../support/spawned.ts'

/** Longer than any test waits, and found by its number. */
const SLEEP = `sleep 4${process.pid}`

/** One that does not end is known by then. */
const END_MS = 300_000
const SETTLE_MS = 120_000

/** Ctrl-C reaches every process of the terminal's group; `kill` only the one it names. */
const SIGNALS: readonly (readonly [NodeJS.Signals, (pid: number) => number])[] = [
  ['SIGINT', (pid) => -pid],
  ['SIGTERM', (pid) => pid],
]

describe.skipIf(!dockerAvailable)('told to end, a command ends with status 130 and leaves nothing', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'interrupt-'))
  let project: ProjectCopy
  let image: string
  beforeAll(async () => {
    project = copyProject()
    for (const language of ['', 'en/'])
      project.edit(
        `content/docs/${language}runbooks/docker-commands.md`,
        'check-variables effect=read\n',
        `check-variables effect=read timeout=1h\n${SLEEP}\n`,
      )
    expect(project.run('generate')).toMatchObject({ status: 0 })
    // Not this checkout's: the copy has its packages elsewhere.
    const { status, stdout, stderr } = await startCli('fixture', ['build'], { root: project.root }).ended
    expect({ status, stderr }).toMatchObject({ status: 0 })
    image = stdout.split(' ')[0] ?? ''
  }, BUILD_MS)
  afterAll(async () => {
    await docker('rmi', image)
    project?.close()
    rmSync(temporary, { recursive: true })
  })

  /** Starts a command, tells it to end once something is there, and expects that to be the end of all. */
  async function interruptOnce(
    [signal, target]: (typeof SIGNALS)[number],
    {
      start,
      there,
    }: { start: (environment: Record<string, string>) => Spawned; there: (one: Spawned) => Promise<unknown> },
  ): Promise<void> {
    const mark = randomUUID()
    const marks = { variable: `INTERRUPTED_RUN=${mark}`, temporary, owners: new Set<number>() }
    const before = await takeTraces(marks)
    const started = start({ INTERRUPTED_RUN: mark, TMPDIR: temporary })
    marks.owners.add(started.child.pid ?? Number.NaN)
    await until(() => there(started), started)
    process.kill(target(started.child.pid ?? Number.NaN), signal)
    const end = await started.ended
    expect(end).toMatchObject({ status: 130 })
    expect(end.stdout + end.stderr).not.toContain('    at ')
    expect(await leftSince(before, marks)).toEqual([])
    // The engine ends a build it was left alone with, but not before its client is gone.
    await expect.poll(commands, { timeout: SETTLE_MS }).not.toContain(SLEEP)
  }

  /** What every container there is runs. */
  const commands = () => docker('ps', '--all', '--no-trunc', '--format={{.Command}}')

  const dryRun = (environment: Record<string, string>) =>
    startCli('runbook', ['docker-commands', '--dry-run', '--fixture', 'docker'], { root: project.root, environment })

  /** The machine a command is starting or has started. */
  const machineOf = async ({ child }: Spawned): Promise<string | undefined> => {
    const format = '{{.Names}}\t{{.Label "runbook-fixture.owner"}}'
    const rows = (await docker('ps', '--all', '--filter=label=runbook-fixture', `--format=${format}`)).split('\n')
    return rows.map((row) => row.split('\t')).find(([, owner]) => owner?.split(':')[1] === String(child.pid))?.[0]
  }

  test.each(SIGNALS)(
    '%s while the machine starts',
    async (...signal) => {
      await interruptOnce(signal, { start: dryRun, there: machineOf })
    },
    END_MS,
  )

  test.each(SIGNALS)(
    '%s while a step runs',
    async (...signal) => {
      const stepRuns = async (run: Spawned) => {
        const machine = await machineOf(run)
        return machine && docker('exec', machine, 'pgrep', '--full', `^${SLEEP}`).catch(() => undefined)
      }
      await interruptOnce(signal, { start: dryRun, there: stepRuns })
    },
    END_MS,
  )

  test.each(SIGNALS)(
    '%s while the image is built',
    async (...signal) => {
      project.write('src/fixture/docker/image/Dockerfile', `ARG BASE\nFROM \${BASE}\nRUN ${SLEEP}\n`)
      const builds = async () => (await commands()).includes(SLEEP)
      const build = (environment: Record<string, string>) =>
        startCli('fixture', ['build'], { root: project.root, environment })
      await interruptOnce(signal, { start: build, there: builds })
    },
    END_MS,
  )
})
