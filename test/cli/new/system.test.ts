import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fromMachine } from '../../require.ts'
import { BUILD_MS, dockerAvailable } from '../../support/docker.ts'
import { runPages } from '../../support/page-run.ts'
import { copyProject, type ProjectCopy } from '../../support/project-copy.ts'

let project: ProjectCopy
let written: readonly string[] = []
beforeAll(() => {
  project = copyProject()
  const { status, stdout, stderr } = project.run('new', 'system', 'demo')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  written = [...stdout.matchAll(/^\+ (.*)$/gm)].map(([, file = '']) => file)
})
afterAll(() => project.close())

const PAGES = ['content/docs/runbooks/demo-deploy.md', 'content/docs/en/runbooks/demo-deploy.md']
const APP = 'runbooks/fixtures/demo/laptop/demo'
const seed = () => parse(project.read('runbooks/fixtures/demo/seed.yaml'))

test('a new system is its world, its application and its runbook in both languages', () => {
  expect(written).toEqual(
    expect.arrayContaining([
      ...PAGES,
      'runbooks/demo-deploy.ts',
      'runbooks/fixtures/demo/seed.yaml',
      'runbooks/fixtures/demo/openapi.yaml',
      `${APP}/Dockerfile`,
      `${APP}/.dockerignore`,
    ]),
  )
  for (const file of written) expect(project.read(file), file).not.toMatch(/new[- ]system/i)
  expect(Object.keys(seed().variations).length).toBeGreaterThanOrEqual(6)
})

test.each([
  ['Un sistema nuevo', '<sistema>'],
  ['A new system', '<system>'],
])('CONTRIBUTING says what each of its files is for, under "%s"', (title, system) => {
  const [, section = ''] = project.read('CONTRIBUTING.md').split(`### ${title}\n`)
  const rows = [...(section.split('\n#')[0] ?? '').matchAll(/^\| `([^`]+)` \|/gm)]
  const said = rows.map(([, path = '']) => path.replace(system, 'demo'))
  expect(said.filter((path) => !written.some((file) => file.startsWith(path)))).toEqual([])
  expect(written.filter((file) => !said.some((path) => file.startsWith(path)))).toEqual([])
})

test('its runbook verifies under every variation, and nothing is left to edit', () => {
  const { status, stdout, stderr } = project.run('verify', 'demo-deploy', '--fixture', 'embedded', '--variations', '12')
  for (const procedure of ['release', 'roll-back', 'retire']) expect(stderr).toContain(`· ${procedure}  12 passed`)
  expect(stdout).toContain('13 emulated')
  expect(stdout).toContain('Findings: 0 (Error), 0 (Warning)')
  expect(status).toBe(0)
  expect(project.run('generate', '--check').stderr).not.toContain('demo')
})

test('it is listed, for people and for programs', () => {
  expect(project.run('runbook').stdout).toMatch(/demo-deploy +Deploy Demo +demo +release, roll-back, retire/)
  const listed = JSON.parse(project.run('runbook', '--json').stdout)
  expect(listed).toContainEqual(expect.objectContaining({ id: 'demo-deploy', system: 'demo' }))
  expect(project.run('new', 'runbook', 'another', '--system', 'demo').status).toBe(0)
})

describe('the application', () => {
  test('serves the paths and methods its document describes', () => {
    const { paths } = parse(project.read('runbooks/fixtures/demo/openapi.yaml')) as { paths: Record<string, object> }
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    const routes = [...project.read(`${APP}/app/main.py`).matchAll(/^@app\.(\w+)\("([^"]+)"\)/gm)]
    expect(routes.map(([, method, path]) => `${method} ${path}`)).toEqual(described)
  })

  test('requires the variables its world says, and compose.yaml gives them', () => {
    const required = [...project.read(`${APP}/app/settings.py`).matchAll(/^ {4}(\w+): \w+ = Field\((?!.*default)/gm)]
    const names = required.map(([, name = '']) => name.toUpperCase())
    expect(names).toEqual(seed().apps[0].requires)
    expect(Object.keys(parse(project.read(`${APP}/compose.yaml`)).services.app.environment)).toEqual(names)
  })

  test('does not run as root, and is asked for its health', () => {
    const dockerfile = project.read(`${APP}/Dockerfile`)
    expect(dockerfile).toMatch(/^USER app$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK /m)
  })
})

const shellcheck = await fromMachine('shellcheck')

test.skipIf(shellcheck === undefined)('its scripts are clean', () => {
  const scripts = written.filter((file) => file.endsWith('.sh'))
  expect(scripts.length).toBeGreaterThanOrEqual(8)
  const { stdout, status } = spawnSync('shellcheck', scripts, { cwd: project.root, encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

describe.skipIf(!dockerAvailable)('in the Docker fixture', { timeout: BUILD_MS }, () => {
  test('every step of its runbook executes', async () => {
    const sources = new Map(PAGES.map((file) => [file, project.read(file)]))
    const seeds = join(project.root, 'runbooks/fixtures')
    const { report, findings } = await runPages({ sources, id: 'demo-deploy', fixture: 'docker', seeds })
    expect(findings).toEqual([])
    expect(report.steps.map(({ status, evidence }) => `${status} ${evidence}`)).toEqual(
      Array(13).fill('passed executed'),
    )
  })
})

const everyFile = () =>
  ['content', 'runbooks'].flatMap((folder) =>
    readdirSync(join(project.root, folder), { recursive: true, encoding: 'utf8' }),
  )

describe('is refused, and nothing is written', () => {
  beforeAll(() => project.write('content/docs/runbooks/elsewhere-deploy.md', ''))
  afterAll(() => project.remove('content/docs/runbooks/elsewhere-deploy.md'))

  test.each([
    ['one that exists', 'demo', 'runbooks/fixtures/demo exists already'],
    ['one whose page exists', 'elsewhere', 'content/docs/runbooks/elsewhere-deploy.md exists already'],
    ['spaces', 'my shop', 'cannot be an id: use lower-case letters'],
    ['capitals', 'Shop', 'cannot be an id: use lower-case letters'],
    ['a path', '../shop', 'cannot be an id: use lower-case letters'],
    ['a word of YAML', 'null', 'in YAML it is a value'],
    ['a name Docker keeps', 'scratch', 'Docker keeps that image name'],
    ['one letter', 'a', 'it must have 2 characters or more'],
    ['too long a name', 'a'.repeat(41), 'it must have 40 characters or fewer'],
  ])('%s', (_, id, message) => {
    const before = everyFile()
    const { status, stderr } = project.run('new', 'system', id)
    expect(stderr).toContain(message)
    expect(status).toBe(2)
    expect(everyFile()).toEqual(before)
  })

  test('a system that belongs to another', () => {
    expect(project.run('new', 'system', 'other', '--system', 'demo')).toMatchObject({ status: 2 })
  })
})

test('a name that every object has, and the longest there may be, verify as well', () => {
  const ids = ['constructor', `long-${'x'.repeat(35)}`]
  for (const id of ids) expect(project.run('new', 'system', id)).toMatchObject({ status: 0 })
  const { status } = project.run(
    'verify',
    ...ids.map((id) => `${id}-deploy`),
    '--fixture',
    'embedded',
    '--variations',
    '3',
  )
  expect(status).toBe(0)
})
