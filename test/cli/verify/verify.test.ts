import { readdirSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { EN, ES, editing } from '../../support/docker-commands.ts'
import { copyProject } from '../../support/project-copy.ts'

const project = copyProject()
afterAll(() => project.close())
beforeEach(() => project.restore())

const { both, lineOf } = editing(project)

describe('what is shipped', () => {
  const shipped = copyProject('all')
  afterAll(() => shipped.close())

  test('passes, separates evidence by kind, and keeps it for the site', { timeout: 600_000 }, () => {
    const { status, stdout } = shipped.run('verify', '--fixture', 'embedded')
    expect(stdout).toMatch(/✔ passed +docker-commands +\d+ emulated, 3 checked +embedded fixture/)
    expect(stdout).toContain('✔ verify: passed')
    expect(status).toBe(0)
    const evidence = reportSchema.parse(JSON.parse(shipped.read('.runbook/verification.json')))
    const scripts = readdirSync('runbooks').filter((file) => file.endsWith('.ts'))
    expect(evidence.runs.map(({ id }) => `${id}.ts`).sort()).toEqual(scripts.sort())
  })

  test('has nothing to sync', () => {
    expect(shipped.run('sync')).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('verify', () => {
  test('a document finding: status 3, its line, and its runbook does not run; the other does', () => {
    both('docker stop carblau-api\n```\n\n```text expect=whole', 'docker stpo carblau-api\n```\n\n```text expect=whole')
    project.run('generate')
    const { status, stdout } = project.run('verify', '--report', 'text', '--report', 'json=.runbook/out.json')
    expect(status).toBe(3)
    expect(stdout).toContain(`${ES}:${lineOf(ES, 'docker stpo')}:8  Error COMMAND_UNKNOWN`)
    const report = reportSchema.parse(JSON.parse(project.read('.runbook/out.json')))
    expect(report.runs.map(({ id }) => id).sort()).toEqual([
      'cloud-run-deploy',
      'cloud-run-domain',
      'cloud-run-trigger',
    ])
    expect(report.exitCode).toBe(3)
  })

  test('a failing step: status 1 and its line', () => {
    both('{ "status": "ok" }', '{ "status": "fine" }')
    project.run('generate')
    const { status, stdout } = project.run('verify', 'docker-commands')
    expect(status).toBe(1)
    expect(stdout).toContain(`${EN}:${lineOf(EN, '"fine"')}:1  Error STEP_OUTPUT_DIFFERS`)
    expect(stdout).toContain('✘ verify: failed')
  })

  test('one runbook does not stop for a finding of another', () => {
    both('docker stop carblau-api', 'docker stpo carblau-api')
    expect(project.run('verify', 'cloud-run-deploy').status).toBe(0)
    expect(project.run('verify', 'cloud-run-deply')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean "cloud-run-deploy"?'),
    })
  })

  test('GitHub annotations point at lines that exist', () => {
    both('docker stop carblau-api', 'docker stpo carblau-api')
    const { stdout } = project.run('verify', '--static', '--report', 'github')
    const annotations = [...stdout.matchAll(/^::error file=([^,]+),line=(\d+),/gm)]
    expect(annotations.length).toBeGreaterThan(0)
    for (const [, file = '', line] of annotations) {
      expect(project.read(file).split('\n').length).toBeGreaterThanOrEqual(Number(line))
    }
  })

  test.each([
    ['a page that is not Markdown', '\0\x01\x02 binary \ufffd'],
    ['an empty page', ''],
    ['a page with broken frontmatter', '---\ntitle: [\n---\n'],
  ])('%s is a finding, not a stack trace', (_, text) => {
    project.write(ES, text)
    const { status, stdout, stderr } = project.run('verify', '--static')
    expect(status).toBe(3)
    expect(stdout).toMatch(new RegExp(`^${ES}:[1-3]:\\d+ {2}Error DOCUMENT_`, 'm'))
    expect(stderr).not.toContain('    at ')
  })
})

describe('generate', () => {
  // The reference of findings is not in the copy.
  beforeEach(() => {
    expect(project.run('generate').status).toBe(0)
  })

  test('a changed page makes its script stale until it is generated', () => {
    both('--tail=20', '--tail=30')
    expect(project.run('generate', '--check')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('SCRIPT_STALE'),
    })
    expect(project.run('runbook', 'docker-commands', '--dry-run')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining(`${ES}:1:1`),
    })
    expect(project.run('generate')).toMatchObject({ status: 0, stdout: '+ runbooks/docker-commands.ts\n' })
    expect(project.run('generate', '--check').status).toBe(0)
    expect(project.read('runbooks/docker-commands.ts')).toContain('docker logs --tail=30 carblau-api')
  })

  test('a script without its page is an orphan and goes; one that is missing comes back', () => {
    project.remove('runbooks/docker-commands.ts')
    project.write('runbooks/gone.ts', 'export default {}\n')
    const { status, stderr } = project.run('generate', '--check')
    expect(status).toBe(3)
    expect(stderr).toContain('SCRIPT_MISSING')
    expect(stderr).toContain('SCRIPT_ORPHAN')
    expect(project.run('generate').stdout).toBe('+ runbooks/docker-commands.ts\n- runbooks/gone.ts\n')
  })

  test('a checkout with CRLF needs no new script', () => {
    for (const file of [ES, EN]) project.write(file, project.read(file).replaceAll('\n', '\r\n'))
    expect(project.run('generate', '--check')).toMatchObject({ status: 0 })
  })
})

describe('sync', () => {
  test('copies a changed block and a changed key to English, and leaves prose alone', () => {
    project.edit(ES, 'docker logs --tail=20 carblau-api', 'docker logs --tail=30 carblau-api')
    project.edit(ES, 'step=build effect=create timeout=15m', 'step=build effect=create timeout=20m')
    const before = project.read(EN)
    expect(project.run('sync', '--check')).toMatchObject({ status: 1, stderr: expect.stringContaining(EN) })
    expect(project.run('sync')).toMatchObject({ status: 0, stdout: `+ ${EN}\n` })
    const expected = before
      .replace('--tail=20', '--tail=30')
      .replace('step=build effect=create timeout=15m', 'step=build effect=create timeout=20m')
    expect(project.read(EN)).toBe(expected)
    expect(project.run('sync', '--check').status).toBe(0)
  })

  test('does not guess where blocks do not match', () => {
    project.edit(EN, '```bash step=inspect-image effect=read', '```bash step=inspect effect=read')
    const before = project.read(EN)
    expect(project.run('sync')).toMatchObject({ status: 3, stderr: expect.stringContaining(EN) })
    expect(project.read(EN)).toBe(before)
  })
})

/** The prose of the example in CONTRIBUTING, as a translator would have it. */
const TRANSLATED = {
  'Comprobar el proyecto': 'Check the project',
  'Confirma que ves el proyecto antes de tocar nada en él.': 'Confirms that you see the project before you touch it.',
  'Comprobar que lo ves': 'Check that you see it',
  'Pide los datos del proyecto con tu cuenta.': 'Asks for the project with your account.',
  'Debe contestar su identificador:': 'It must answer with its identifier:',
  'Contesta con otro proyecto.': 'It answers with another project.',
  'Unos segundos.': 'Some seconds.',
}

test('the runbook of CONTRIBUTING works as it is written, once it is translated', () => {
  const shown = /````markdown\n([\s\S]*?)\n {3}````/.exec(project.read('CONTRIBUTING.md'))?.[1] ?? ''
  const es = shown.replaceAll(/^ {3}/gm, '')
  let en = es
  for (const [text, translation] of Object.entries(TRANSLATED)) en = en.replace(text, translation)
  project.write('content/docs/runbooks/mi-runbook.md', es)
  project.write('content/docs/en/runbooks/mi-runbook.md', en)
  expect(project.run('generate')).toMatchObject({ status: 0 })
  expect(project.run('verify', 'mi-runbook')).toMatchObject({ status: 0 })
})
