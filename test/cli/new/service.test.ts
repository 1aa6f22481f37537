import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create } from '../../../src/cli/new/new.ts'
import { BROKEN, brokenText } from '../../service/broken.ts'
import { fileBeside } from '../../service/examples.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'
import { fakeTerminal } from '../../support/terminal.ts'

let project: ProjectCopy
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.close())

const example = (name: string) => `content/examples/${name}/experiment_manifest.json`
const make = (id: string, name: string, ...more: string[]) =>
  project.run('new', 'service', id, '--manifest', example(name), ...more)
const laptop = (id: string, file: string) => `runbooks/fixtures/${id}/laptop/${id}/${file}`

test('both examples become services whose pages verify at once', { timeout: 300_000 }, () => {
  expect(make('one-api', 'churn-classifier', '--title', 'One: "API" #1')).toMatchObject({ status: 0, stderr: '' })
  expect(make('two-api', 'product-recommender', '--no-monitoring')).toMatchObject({ status: 0, stderr: '' })
  expect(project.read(laptop('two-api', 'settings.yaml'))).toContain('enabled: false')
  const { status, stdout } = project.run('verify', 'one-api', 'two-api', '--fixture', 'embedded', '--report', 'json')
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] })
  expect(status).toBe(0)
})

test('made again, nothing changes', () => {
  const { status, stdout } = make('one-api', 'churn-classifier', '--title', 'One: "API" #1')
  expect(stdout).not.toContain('+ ')
  expect(status).toBe(0)
})

test('what was edited stays, and the difference is shown', () => {
  const file = laptop('one-api', 'settings.yaml')
  project.edit(file, 'requests_per_minute: 600', 'requests_per_minute: 60')
  const before = project.read(file)
  const page = project.read('content/docs/runbooks/one-api.md')
  const { status, stderr } = make('one-api', 'churn-classifier', '--title', 'Another')
  expect(status).toBe(2)
  expect(stderr).toContain(`${file}\n`)
  expect(stderr).toContain('  requests_per_minute: 60\n')
  expect(stderr).toContain('  requests_per_minute: 600\n')
  expect(stderr).not.toContain('body_bytes')
  expect(project.read(file)).toBe(before)
  expect(project.read('content/docs/runbooks/one-api.md')).toBe(page)
})

test('an edited page and an edited record stay as well', () => {
  project.edit('content/docs/en/runbooks/two-api.md', '## Before you start', '## Before you begin')
  expect(make('two-api', 'product-recommender')).toMatchObject({ status: 2 })
  project.edit('content/docs/en/runbooks/two-api.md', '## Before you begin', '## Before you start')
  project.edit(laptop('two-api', 'deployment_manifest.json'), '"version": "1.0.0"', '"version": "1.0.1"')
  expect(make('two-api', 'product-recommender')).toMatchObject({ status: 2 })
  project.edit(laptop('two-api', 'deployment_manifest.json'), '"version": "1.0.1"', '"version": "1.0.0"')
})

test('what nobody edited follows the manifest, the options and the language', () => {
  const { status } = make(
    'two-api',
    'product-recommender',
    '--version',
    '2.0.0',
    '--cors',
    'https://app.example.com',
    '--lang',
    'es',
    '--no-monitoring',
  )
  expect(status).toBe(0)
  expect(project.read(laptop('two-api', 'settings.yaml'))).toContain('cors_origins: ["https://app.example.com"]')
  const runbook = project.read(laptop('two-api', 'runbook.md'))
  for (const part of [
    'Tarda: ',
    'Interrumpe: ',
    'Cuándo parar: ',
    '**Cuándo no usarlo**',
    '## Antes de empezar',
    '## A quién avisar',
  ])
    expect(runbook).toContain(part)
  expect(runbook).not.toContain('deriva')
  expect(project.read('content/docs/runbooks/two-api.md')).toContain('example: 2.0.0')
})

test('--out writes the same code in another place', () => {
  const out = join(project.root, 'elsewhere')
  expect(make('three-api', 'churn-classifier', '--out', out)).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(out, { recursive: true }).sort()).toEqual(
    readdirSync(join(project.root, laptop('three-api', '')), { recursive: true }).sort(),
  )
  project.edit('elsewhere/api/app.py', 'The HTTP interface', 'Our HTTP interface')
  expect(make('three-api', 'churn-classifier', '--out', out, '--version', '1.1.0')).toMatchObject({ status: 2 })
})

test.each([
  ['no manifest', ['bad-api'], '--manifest is missing'],
  ['a manifest that is not there', ['bad-api', '--manifest', 'absent.json'], 'There is no absent.json'],
  ['any origin', ['bad-api', '--manifest', 'm.json', '--cors', '*'], 'Name the origins'],
  ['a version that is no tag', ['bad-api', '--manifest', 'm.json', '--version', '1 0'], '--version'],
  ['an id that looks like a sample', ['your-api', '--manifest', 'm.json'], 'cannot be the id'],
  [
    'an option of a page',
    ['bad-api', '--manifest', 'm.json', '--system', 'carblau'],
    '--system is not used with service',
  ],
])('%s is refused', (_, args, message) => {
  const { status, stderr } = project.run('new', 'service', ...args)
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})

test('options of a service are not for a page', () => {
  const { status, stderr } = project.run('new', 'runbook', 'some-page', '--manifest', 'm.json')
  expect(stderr).toContain('--manifest is not used with runbook')
  expect(status).toBe(2)
})

describe('a broken manifest writes nothing', () => {
  test.each(BROKEN)('$name', async (given) => {
    project.write('broken.json', brokenText(given))
    project.write('model.json', fileBeside('model.json') ?? '')
    project.write('other.json', fileBeside('other.json') ?? '')
    const manifest = join(project.root, 'broken.json')
    const { terminal, err, out } = fakeTerminal({ args: ['service', 'broken-api', '--manifest', manifest] })
    expect(await create(terminal)).toBe(3)
    expect(given.findings.length).toBeGreaterThan(0)
    for (const finding of given.findings) {
      const [place = '', code = ''] = finding.split(' ')
      expect(err()).toMatch(new RegExp(`broken\\.json:${place}\\s.*${code}`))
    }
    expect(out()).toBe('')
    expect(existsSync('runbooks/fixtures/broken-api')).toBe(false)
    expect(existsSync('content/docs/runbooks/broken-api.md')).toBe(false)
  })
})
