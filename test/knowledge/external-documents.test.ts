import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { outsideFindings, splitTargets } from '../../src/knowledge/external-documents.ts'

const directory = mkdtempSync(join(tmpdir(), 'plain-'))
const FENCE = '```'
const bash = (text: string, language = 'bash') => `${FENCE}${language}\n${text}\n${FENCE}\n`

beforeAll(() => {
  vi.stubEnv('INIT_CWD', directory)
  mkdirSync(join(directory, 'docs/deep'), { recursive: true })
  writeFileSync(join(directory, 'guide.md'), `# Guide\n\n${bash('docker buidl -t app:1 .')}`)
  writeFileSync(join(directory, 'docs/good.md'), `${bash('docker build -t app:1 .')}`)
  writeFileSync(join(directory, 'docs/deep/session.md'), bash('$ docker psx\nCONTAINER ID   IMAGE', 'console'))
  writeFileSync(join(directory, 'docs/deep/note.txt'), bash('docker psx'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

const shown = async (...paths: string[]) =>
  (await outsideFindings(paths)).map(
    ({ code, place }) => `${place.file}:${place.start.line}:${place.start.column} ${code}`,
  )

test('a file and every Markdown file below a directory are read, and nothing else', async () => {
  expect(await shown('guide.md', 'docs')).toEqual([
    'docs/deep/session.md:2:10 COMMAND_UNKNOWN',
    'guide.md:4:8 COMMAND_UNKNOWN',
  ])
})

test('what is a path and what an id', () => {
  expect(splitTargets(['cloud-run-deploy', 'guide.md', './x', 'docs'])).toEqual({
    ids: ['cloud-run-deploy'],
    paths: ['guide.md', './x', 'docs'],
  })
})

test('a path that is not there, or a page of the knowledge base, is wrong usage', async () => {
  await expect(shown('missing.md')).rejects.toThrow('There is no "missing.md".')
  await expect(shown(join(process.cwd(), 'content/docs/runbooks'))).rejects.toThrow('belongs to the knowledge base')
})
