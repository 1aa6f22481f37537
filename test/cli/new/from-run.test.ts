import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingReport } from '#schema/finding.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

const HOST = 'c4nary.example.com'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
  project.run('new', 'runbook', 'note', '--system', 'octavios')
  // A directory in its place keeps the first attempt from writing it.
  mkdirSync(join(project.root, 'note.txt'))
  live('write')
  rmSync(join(project.root, 'note.txt'), { recursive: true })
  live('write')
  const [, second = ''] = runs()
  project.run('runs', 'undo', second, '--yes', '--yes-delete')
})
afterAll(() => project.close())

const live = (procedure: string) =>
  project.run('runbook', 'note', procedure, '--note-text', HOST, '--yes', '--yes-delete', '--unverified')

const runs = (): string[] =>
  (JSON.parse(project.run('runs', '--json').stdout) as { run: string }[]).map(({ run }) => run)

const PAGES = ['content/docs/post-mortems/night.md', 'content/docs/en/post-mortems/night.md']

const findings = () => {
  const { stdout } = project.run('verify', '--static', '--report', 'json')
  return (JSON.parse(stdout) as { findings: FindingReport[] }).findings
}

describe('a post-mortem from a run', () => {
  test('that failed has when its step did, in both languages, and none of its values', () => {
    const { status, stderr } = project.run('new', 'incident', 'night', '--from-run', runs()[0] ?? '')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [es = '', en = ''] = PAGES.map(project.read)
    expect(es).toMatch(
      /timeline:\n {4}- id: run-started\n {6}time: \{ precision: exact, at: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \}/,
    )
    expect(es).toMatch(/id: write-note-failed\n.*\n.*El paso write-note \(«Hacer el cambio»\) falla con estado 1\./)
    expect(en).toMatch(/id: write-note-failed\n.*\n.*Step write-note \(\\"Make the change\\"\) fails with status 1\./)
    expect(en).toContain('[Note](/en/runbooks/note/) was run, procedure "Make the change".')
    expect(es).toContain('services: [octavios]')
    expect(es).toMatch(/resolved: \{ precision: unknown/)
    expect(es + en).not.toContain(HOST)
    expect(es + en).not.toContain(project.root)
  })

  test('is held to fill in what the journal cannot know, and nothing else', () => {
    const found = findings()
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['INCIDENT_UNFILLED']))
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set(PAGES))
    for (const page of PAGES)
      project.write(page, project.read(page).replaceAll(/\[(?:POR RELLENAR|TO FILL IN): [^\]]+\]/g, '...'))
    expect(findings()).toEqual([])
  })

  test('that passed and was undone tells both', () => {
    for (const page of PAGES) project.remove(page)
    expect(project.run('new', 'incident', 'night', '--from-run', runs()[1] ?? '').status).toBe(0)
    const en = project.read(PAGES[1] ?? '')
    const ids = [...en.matchAll(/^ {4}- id: (.+)\n {6}time/gm)].map(([, id]) => id)
    expect(ids).toEqual(['run-started', 'write-note-done', 'undo-started', 'remove-note-done'])
    expect(en).toMatch(/resolved: \{ precision: estimated, at: \d{4}/)
  })

  test('is not made of a run nobody knows, nor for anything but an incident, nor of another system', () => {
    const refused = (...args: string[]) => project.run('new', ...args)
    expect(refused('incident', 'other', '--from-run', '1999-01-01')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no run "1999-01-01".'),
    })
    expect(refused('guide', 'other', '--from-run', '2026')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--from-run is not used with guide.'),
    })
    expect(refused('incident', 'other', '--from-run', '2026', '--system', 'octavios')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--system is not used with --from-run.'),
    })
    expect(existsSync(join(project.root, 'content/docs/post-mortems/other.md'))).toBe(false)
  })
})
