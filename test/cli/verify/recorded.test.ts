import { afterAll, expect, test } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { copyProject } from '../../support/project-copy.ts'

const ID = 'docker-commands'
const EN = `content/docs/en/runbooks/${ID}.md`
const RECORD = '.runbook/verification.json'
const project = copyProject()
afterAll(() => project.close())

const edit = (find: string, replace: string) => {
  for (const page of [EN, `content/docs/runbooks/${ID}.md`]) project.edit(page, find, replace)
}

function verify(...args: string[]) {
  const { status } = project.run('verify', ID, ...args, '--report', 'json=out.json')
  const { findings } = reportSchema.parse(JSON.parse(project.read('out.json')))
  return { status, found: findings.map(({ code, file, line }) => ({ code, file, line })) }
}

test('an expected output that a step did not print is found without a run', { timeout: 300_000 }, () => {
  expect(verify('--fixture', 'embedded')).toEqual({ status: 0, found: [] })
  edit('linux/amd64\n```', 'linux/arm64\n```')
  const before = project.read(EN).split('linux/arm64\n```')[0] ?? ''
  const differs = { code: 'STEP_OUTPUT_DIFFERS', file: EN, line: before.split('\n').length }
  const stale = expect.objectContaining({ code: 'SCRIPT_STALE' })
  expect(verify('--static')).toEqual({ status: 3, found: [stale, differs] })
  const record = reportSchema.parse(JSON.parse(project.read(RECORD)))
  const elsewhere = { ...record, runs: record.runs.map((run) => ({ ...run, world: 'another' })) }
  project.write(RECORD, JSON.stringify(elsewhere))
  expect(verify('--static')).toEqual({ status: 3, found: [stale] })
})
