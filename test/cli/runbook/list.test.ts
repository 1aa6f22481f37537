import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
  mkdirSync(join(project.root, '.runbook'))
})
afterAll(() => project.close())

test.each([
  ['cut short', '{"version":1,"runs":[{"id":"docker'],
  ['empty', ''],
  ['of another shape', '{"runs":[null]}'],
])('a record of verifications that is %s is none', (_, text) => {
  project.write('.runbook/verification.json', text)
  expect(project.run('runbook')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/docker-commands .* never/),
    stderr: '',
  })
})
