import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

let project: ProjectCopy
beforeEach(() => {
  project = copyProject()
})
afterEach(() => project.close())

const at = (path: string) => join(project.root, path)

test('what cannot be written whole is not written at all', () => {
  renameSync(at('runbooks/fixtures'), at('fixtures'))
  writeFileSync(at('runbooks/fixtures'), '')
  renameSync(at('content/docs/en/runbooks'), at('content/docs/en/elsewhere'))
  const { status, stderr } = project.run('new', 'system', 'demo')
  expect(stderr).toMatch(/runbooks\/fixtures\/demo\/\S+ cannot be written: E(NOTDIR|EXIST)/)
  expect(stderr).toContain('Nothing half-done is left.')
  expect(status).toBe(1)
  // The pages, which come before it, are gone again, and so is the folder that was missing.
  expect(existsSync(at('content/docs/runbooks/demo-deploy.md'))).toBe(false)
  expect(existsSync(at('content/docs/en/runbooks'))).toBe(false)
  expect(existsSync(at('content/docs/runbooks/cloud-run-deploy.md'))).toBe(true)
})
