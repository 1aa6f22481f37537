import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.close())

test('pages of every kind verify as they are written', () => {
  for (const kind of ['runbook', 'incident', 'guide'])
    expect(project.run('new', kind, `new-${kind}`)).toMatchObject({ status: 0, stderr: '' })
  const { status, stdout } = project.run('verify', '--static', '--report', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] })
  expect(status).toBe(0)
  expect(project.read('content/docs/en/post-mortems/new-incident.md')).toContain('precision: unknown')
})

test('a new runbook runs', () => {
  const { status, stdout } = project.run('runbook', 'new-runbook', '--dry-run', '--fixture', 'embedded')
  expect(stdout).toContain('4 passed')
  expect(status).toBe(0)
})

test('a page that exists stays as it is', () => {
  const before = project.read('content/docs/runbooks/new-runbook.md')
  const { status, stderr } = project.run('new', 'runbook', 'new-runbook')
  expect(status).toBe(2)
  expect(stderr).toContain('content/docs/runbooks/new-runbook.md exists already')
  expect(project.read('content/docs/runbooks/new-runbook.md')).toBe(before)
})

test.each([
  ['an id with capitals', ['runbook', 'New-Page'], 'cannot be an id'],
  ['a path for an id', ['runbook', '../page'], 'cannot be an id'],
  ['no id', ['runbook'], 'cannot be an id'],
  ['an unknown kind', ['runbok', 'page'], 'Did you mean "runbook"?'],
  ['an unknown system', ['runbook', 'page', '--system', 'other'], 'There is no system "other"'],
])('%s is refused', (_, args, message) => {
  const { status, stderr } = project.run('new', ...args)
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})
