import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../../../support/project-copy.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
  project.run('new', 'runbook', 'note', '--system', 'octavios')
})
afterAll(() => project.close())

const CONFIRMED = ['--yes', '--yes-delete']

const live = (procedure: string, text: string, ...rest: string[]) =>
  project.run('runbook', 'note', procedure, '--note-text', text, ...CONFIRMED, ...rest)

test('a live run says beforehand what its rehearsal changed, and afterwards what differed', {
  timeout: 240_000,
}, () => {
  // It deletes, and nobody has seen it do that.
  const refused = live('remove', 'one')
  expect(refused.status, refused.stdout).toBe(2)
  expect(refused.stderr).toContain('pnpm runbook note remove --dry-run. If you cannot, add --unverified.')

  // As it says.
  const rehearsal = project.run('runbook', 'note', 'remove', '--dry-run', '--note-text', 'one', '--fixture', 'embedded')
  expect(rehearsal.status, rehearsal.stderr).toBe(0)

  const other = live('write', 'two')
  expect(other.stdout).toMatch(/rehearsed as it is \([^)]*emulated\), with other values of NOTE_TEXT/)
  expect(other.stdout).not.toContain('What the rehearsal changed, and here')
  expect(other.status, other.stderr).toBe(0)

  const same = live('remove', 'one')
  expect(same.status, same.stderr).toBe(0)
  expect(same.stdout).toMatch(
    /What will change, as in the rehearsal with these very values[^\n]*\n.*\n *deletes +says the page/,
  )
  expect(same.stdout).toMatch(/What the rehearsal changed, and here[\s\S]*in all: /)

  // A page that is not what it was.
  project.edit('content/docs/runbooks/note.md', '## ', '## X ')
  project.run('generate')
  const stale = live('remove', 'one')
  expect(stale.status).toBe(2)
  const accepted = live('remove', 'one', '--unverified')
  expect(accepted.stdout).toContain('the page has changed since it was last rehearsed')
})
