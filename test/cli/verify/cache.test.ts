import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openCache } from '#knowledge/cache.ts'
import { type Report, reportSchema } from '#schema/report.ts'
import { randomOf } from '../../document/random.ts'
import { copyProject } from '../../support/project-copy.ts'

const ID = 'docker-commands'
const ENTRY = `.runbook/cache/run-embedded-${ID}.json`
const project = copyProject()
afterAll(() => project.close())

const clean = () => rmSync(join(project.root, '.runbook'), { recursive: true, force: true })

function verify(...args: string[]): { report: Report; status: number | null; stdout: string; stderr: string } {
  const ended = project.run(
    'verify',
    ID,
    '--fixture',
    'embedded',
    '--report',
    'text',
    '--report',
    'json=out.json',
    ...args,
  )
  return { ...ended, report: reportSchema.parse(JSON.parse(project.read('out.json'))) }
}

const reused = ({ report }: { report: Report }) => report.runs.map((run) => run.reused === true)

describe('what has not changed', () => {
  beforeEach(() => {
    project.restore()
    clean()
    expect(verify()).toMatchObject({ status: 0, report: { exitCode: 0 } })
  })

  test('is not run again, and says of when its evidence is', () => {
    const [before] = reportSchema.parse(JSON.parse(project.read('.runbook/verification.json'))).runs
    const again = verify()
    expect(again.status).toBe(0)
    expect(reused(again)).toEqual([true])
    expect(again.report.runs[0]?.startedAt).toBe(before?.startedAt)
    expect(again.stdout).toContain(
      `unchanged since ${before?.startedAt.slice(0, 16).replace('T', ' ')} UTC; not run again`,
    )
    expect(again.stderr).toContain('Pages unchanged since')
    expect(reused(verify('--no-cache'))).toEqual([false])
  })

  test.each([
    ['its seed world', 'runbooks/fixtures/carblau/seed.yaml', '\n# changed\n'],
    ['an emulator', 'src/emulators/world.ts', '\n// changed\n'],
  ])('does not cover a change of %s', (_, file, more) => {
    project.write(file, project.read(file) + more)
    expect(reused(verify())).toEqual([false])
  })

  test('does not cover a change of the page', () => {
    for (const file of [`content/docs/runbooks/${ID}.md`, `content/docs/en/runbooks/${ID}.md`])
      project.edit(file, '--tail=20', '--tail=30')
    project.run('generate')
    expect(reused(verify())).toEqual([false])
  })

  test('is run again when its entry is damaged', () => {
    project.write(ENTRY, project.read(ENTRY).slice(0, -1))
    expect(verify()).toMatchObject({ status: 0, report: { runs: [{ id: ID, status: 'passed' }] } })
    expect(reused(verify())).toEqual([true])
  })

  test('a damaged verification.json is replaced', () => {
    project.write('.runbook/verification.json', '{"version":1')
    expect(verify().status).toBe(0)
    expect(reportSchema.parse(JSON.parse(project.read('.runbook/verification.json'))).runs).toHaveLength(1)
  })
})

test('what failed runs again each time, and leaves no entry', () => {
  project.restore()
  clean()
  for (const file of [`content/docs/runbooks/${ID}.md`, `content/docs/en/runbooks/${ID}.md`])
    project.edit(file, '{ "status": "ok" }', '{ "status": "fine" }')
  project.run('generate')
  for (const _ of [1, 2]) {
    const ended = verify()
    expect(ended.status).toBe(1)
    expect(reused(ended)).toEqual([false])
    expect(existsSync(join(project.root, ENTRY))).toBe(false)
  }
})

test('killed at any moment, it leaves entries that are whole or not there', async () => {
  project.restore()
  const random = randomOf(20_261_121)
  for (let round = 0; round < 10; round += 1) {
    if (round % 3 === 0) clean()
    await killed(random.below(1800))
    for (const file of entries())
      expect(() => JSON.parse(readFileSync(file, 'utf8').split('\n')[1] ?? '')).not.toThrow()
  }
  expect(verify()).toMatchObject({ status: 0, report: { exitCode: 0 } })
  expect(verify()).toMatchObject({ status: 0 })
})

/** Starts a verification, kills it after so many milliseconds, and waits until it is gone. */
function killed(after: number): Promise<void> {
  const args = ['scripts/start.mjs', 'verify', '--fixture', 'embedded', '--no-cache']
  const child = spawn(process.execPath, args, { cwd: project.root, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function entries(): string[] {
  const directory = join(project.root, '.runbook/cache')
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(directory, name))
}

describe('a cache', () => {
  const directory = join(project.root, 'cache')
  const cache = openCache(directory)

  test('gives what it was given for the same key and shape only', () => {
    cache.write('a', 'key', { n: 1 })
    expect(cache.read('a', 'key', z.object({ n: z.number() }))).toEqual({ n: 1 })
    expect(cache.read('a', 'other', z.object({ n: z.number() }))).toBeUndefined()
    expect(cache.read('a', 'key', z.object({ n: z.string() }))).toBeUndefined()
    expect(cache.read('b', 'key', z.unknown())).toBeUndefined()
    expect(openCache(directory, { fresh: true }).read('a', 'key', z.unknown())).toBeUndefined()
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['one character short', (text: string) => text.slice(0, -1)],
    ['empty', () => ''],
    ['no JSON', () => 'x\n{'],
    ['edited', (text: string) => text.replace('passed', 'failed')],
    ['without its first line', (text: string) => text.split('\n')[1] ?? ''],
  ])('holds nothing in an entry that is %s', (_, damage) => {
    cache.write('a', 'key', { status: 'passed' })
    const file = join(directory, 'a.json')
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(cache.read('a', 'key', z.unknown())).toBeUndefined()
  })

  test('removes the drafts of writers that are gone, and leaves those of writers that are there', () => {
    cache.write('a', 'key', 1)
    writeFileSync(join(directory, 'a.json.4194304.new'), 'half')
    writeFileSync(join(directory, `a.json.${process.ppid}.new`), 'half')
    cache.write('a', 'key', 2)
    expect(readdirSync(directory).sort()).toEqual(['a.json', `a.json.${process.ppid}.new`])
  })
})
