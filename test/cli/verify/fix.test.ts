import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { EN, ES, editing } from '../../support/docker-commands.ts'
import { copyProject } from '../../support/project-copy.ts'

const project = copyProject()
afterAll(() => project.close())
beforeEach(() => project.restore())

const { both, lineOf } = editing(project)

const textsIn = () =>
  new Map(
    ['content', 'runbooks', 'src', 'scripts'].flatMap((part) =>
      readdirSync(join(project.root, part), { recursive: true, encoding: 'utf8' })
        .map((file) => `${part}/${file}`)
        .filter((file) => statSync(join(project.root, file)).isFile())
        .map((file) => [file, project.read(file)] as const),
    ),
  )
const shipped = textsIn()

/** Every file that is not as shipped. */
const changedFiles = () => {
  const texts = textsIn()
  const files = new Set([...shipped.keys(), ...texts.keys()])
  return [...files].filter((file) => texts.get(file) !== shipped.get(file)).sort()
}

test('fixes pages and their script, says what it changed, and verifies as usual', () => {
  both('docker stop carblau-api', 'docker stpo carblau-api')
  both('docker logs --tail=20', 'docker logs --tial=20')
  project.edit(EN, 'docker ps --format', 'docker ps --all --format')
  const line = lineOf(ES, 'docker logs --tial')
  const broken = project.run('verify', '--static')
  expect(broken.status).toBe(3)
  expect(broken.stdout).toContain('fixable with --fix')
  const { status, stdout, stderr } = project.run('verify', '--static', '--fix')
  expect(stderr).toContain(
    `${ES}:${line}  COMMAND_FLAG_UNKNOWN  docker logs --tial=20 carblau-api → docker logs --tail=20 carblau-api\n`,
  )
  expect(stderr).toContain('LOCALE_TEXT_DIFFERS')
  expect(stdout).toContain('✔ verify: passed')
  expect(changedFiles()).toEqual([])
  expect(status).toBe(0)
})

test('generates what is stale or missing, and leaves a script nobody generates', () => {
  both('--tail=20', '--tail=30')
  project.remove('runbooks/cloud-run-deploy.ts')
  project.write('runbooks/gone.ts', 'export default {}\n')
  const { status, stdout, stderr } = project.run('verify', '--static', '--fix')
  expect(stderr).toContain('runbooks/docker-commands.ts:1  SCRIPT_STALE  generated\n')
  expect(stderr).toContain('runbooks/cloud-run-deploy.ts:1  SCRIPT_MISSING  generated\n')
  expect(stdout).toContain('SCRIPT_ORPHAN')
  expect(stdout).not.toContain('fixable with --fix')
  expect(status).toBe(3)
  expect(project.read('runbooks/docker-commands.ts')).toContain('--tail=30')
  expect(changedFiles()).toEqual([EN, ES, 'runbooks/docker-commands.ts', 'runbooks/gone.ts'])
})

test('with an id, fixes that runbook alone, and runs it', () => {
  both('docker stop carblau-api\n```\n\n```text expect=whole', 'docker stpo carblau-api\n```\n\n```text expect=whole')
  const other = ['content/docs/en/runbooks/cloud-run-deploy.md', 'content/docs/runbooks/cloud-run-deploy.md']
  for (const page of other)
    project.edit(page, '\ngcloud billing projects describe', '\ngcloud billing projects descrieb')
  const { status, stdout } = project.run('verify', 'docker-commands', '--fix', '--fixture', 'embedded')
  expect(stdout).toMatch(/✔ passed +docker-commands/)
  expect(status).toBe(0)
  expect(changedFiles()).toEqual(other)
})

test('what needs someone stays, and decides the exit status', () => {
  both('docker stop carblau-api', 'docker frobnicate carblau-api')
  const before = project.read(ES)
  const { status, stdout, stderr } = project.run('verify', '--static', '--fix')
  expect(status).toBe(3)
  expect(stdout).toContain('COMMAND_UNKNOWN')
  expect(stdout).not.toContain('fixable with --fix')
  expect(stderr).toContain('SCRIPT_STALE')
  expect(project.read(ES)).toBe(before)
})

test('nothing to fix: says so, writes nothing', () => {
  const { status, stderr } = project.run('verify', '--static', '--fix')
  expect(stderr).toContain('Nothing to fix.')
  expect(status).toBe(0)
  expect(changedFiles()).toEqual([])
})

test('the JSON report is alone on the output, and holds what was fixed and the fixes of what was not asked for', () => {
  both('docker stop carblau-api', 'docker stpo carblau-api')
  const asked = reportSchema.parse(JSON.parse(project.run('verify', '--static', '--report', 'json').stdout))
  const line = lineOf(ES, 'docker stpo')
  const edits = [{ file: ES, line, column: 8, endLine: line, endColumn: 12, text: 'stop' }]
  expect(asked.findings.find(({ file, code }) => file === ES && code === 'COMMAND_UNKNOWN')?.fix).toEqual({ edits })
  const { stdout } = project.run('verify', '--static', '--fix', '--report', 'json')
  const { mended, findings } = reportSchema.parse(JSON.parse(stdout))
  expect(findings).toEqual([])
  expect(mended).toContainEqual({
    code: 'COMMAND_UNKNOWN',
    file: ES,
    line,
    before: 'docker stpo carblau-api',
    after: 'docker stop carblau-api',
  })
})

test.each([
  ['--watch', ['--fix', '--watch']],
  ['--shard', ['--fix', '--shard', '1/2']],
  ['merge', ['merge', 'a.json', '--fix']],
])('does not go with %s', (_, args) => {
  expect(project.run('verify', ...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/--fix/) })
})

const OUTSIDE = '# Guía\n\n```bash\ndocker-compose up -d\n```\n'
const MENDED = OUTSIDE.replace('docker-compose', 'docker compose')

test('outside the knowledge base: only what it was pointed at, mode, mark and line endings kept', () => {
  mkdirSync(join(project.root, 'docs'))
  for (const name of ['a', 'other']) project.write(`docs/${name}.md`, OUTSIDE)
  project.write('docs/b.md', `\uFEFF${OUTSIDE.replaceAll('\n', '\r\n')}`)
  chmodSync(join(project.root, 'docs/a.md'), 0o640)
  const { stderr } = project.run('verify', '--static', '--fix', 'docs/a.md', 'docs/b.md')
  expect(stderr).toContain('docs/a.md:4  COMMAND_COMPOSE_ONE  docker-compose up -d → docker compose up -d\n')
  expect(project.read('docs/a.md')).toBe(MENDED)
  expect(project.read('docs/b.md')).toBe(`\uFEFF${MENDED.replaceAll('\n', '\r\n')}`)
  expect(project.read('docs/other.md')).toBe(OUTSIDE)
  expect(statSync(join(project.root, 'docs/a.md')).mode & 0o777).toBe(0o640)
  expect(readdirSync(join(project.root, 'docs')).sort()).toEqual(['a.md', 'b.md', 'other.md'])
})

test('a link and a file that is not UTF-8 stay as they are, and that is said', () => {
  mkdirSync(join(project.root, 'more'))
  project.write('more/real.md', OUTSIDE)
  symlinkSync('real.md', join(project.root, 'more/link.md'))
  const latin = Buffer.concat([Buffer.from(OUTSIDE), Buffer.from([0xf1, 0x0a])])
  writeFileSync(join(project.root, 'more/latin.md'), latin)
  const { stderr } = project.run('verify', '--static', '--fix', 'more/link.md', 'more/latin.md')
  expect(stderr).toContain('more/link.md  not fixed: it is a link, or not UTF-8.\n')
  expect(stderr).toContain('more/latin.md  not fixed: it is a link, or not UTF-8.\n')
  expect(project.read('more/real.md')).toBe(OUTSIDE)
  expect(readFileSync(join(project.root, 'more/latin.md')).equals(latin)).toBe(true)
})

test('sync copies nothing where a block is not closed', () => {
  project.edit(EN, '\n```\n\n```text', '\n\n```text')
  const before = project.read(EN)
  const { status, stderr } = project.run('sync')
  expect(stderr).toMatch(/docker-commands\.md:\d+: the block is not closed/)
  expect(status).toBe(3)
  expect(project.read(EN)).toBe(before)
})

test('git is not asked: a change nobody committed is fixed like any other', () => {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: project.root })
  git('init', '-q')
  project.write('notes.md', OUTSIDE)
  git('add', 'notes.md')
  project.write('notes.md', `${OUTSIDE}\nmás\n`)
  project.run('verify', '--static', '--fix', 'notes.md')
  expect(project.read('notes.md')).toBe(`${MENDED}\nmás\n`)
})
