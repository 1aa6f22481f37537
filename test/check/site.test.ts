import { expect, test } from 'vitest'
import { formatFinding } from './format.ts'
import { fence, findingsOf, runbook, step, USES } from './page.ts'

const ES = 'content/docs/guides/page.md'
const EN = 'content/docs/en/guides/page.md'
const BODY = [
  '## Build\n',
  fence('dockerfile file=Dockerfile', '# Imagen\nFROM python:3.12-slim'),
  step('# Construye\ndocker build -t app:v1 .\ndocker history app:v1', 'effect=create', 'build'),
  fence('text expect=contains', 'python'),
  step('docker images', 'effect=read', 'list'),
  USES,
]
const PAGE = runbook(BODY)

const found = (sources: Record<string, string>) =>
  findingsOf(sources).map((finding) => `${finding.place.file.includes('/en/') ? 'en' : 'es'} ${formatFinding(finding)}`)

test('silent on twins whose comments are translated', () => {
  expect(
    found({ [ES]: PAGE, [EN]: PAGE.replace('# Construye', '# Build it now').replace('# Imagen', '# The image') }),
  ).toEqual([])
})

test.each<[string, string, string[]]>([
  [
    'another command',
    PAGE.replace('build -t app:v1 .', 'build --no-cache -t app:v1 .'),
    ['en 20:1 LOCALE_TEXT_DIFFERS'],
  ],
  [
    'another key',
    PAGE.replace('step=build effect=create', 'step=build effect=create timeout=5m'),
    ['en 18:34 LOCALE_FENCE_DIFFERS'],
  ],
  ['a step missing', runbook([...BODY.slice(0, 4), USES]), ['en 18:1 LOCALE_STEP_MISSING']],
  [
    'steps out of order',
    runbook([...BODY.slice(0, 2), BODY[4] as string, BODY[2] as string, BODY[3] as string, USES]),
    ['en 18:1 LOCALE_ORDER_DIFFERS'],
  ],
  ['another expectation', PAGE.replace('\npython\n', '\nruby\n'), ['en 25:1 LOCALE_TEXT_DIFFERS']],
  ['another file', PAGE.replace('3.12-slim', '3.13-slim'), ['en 15:1 LOCALE_TEXT_DIFFERS']],
  [
    'another example',
    PAGE.replace('example: my-project', 'example: my-other-project'),
    ['en 7:62 LOCALE_HEADER_DIFFERS'],
  ],
])('parity finds %s', (_, english, expected) => {
  expect(found({ [ES]: PAGE, [EN]: english })).toEqual(expected)
})

/** The page with what it excepts, of itself or of a procedure. */
const excepting = (names: string) => PAGE.replace('  system: carblau\n', `  system: carblau\n  except: { ${names} }\n`)
const exceptingIn = (names: string) =>
  PAGE.replace(
    '  system: carblau\n',
    `  system: carblau\n  procedures:\n    - { id: all, title: T, when: W, steps: build..use, irreversible: an image harms nobody, except: { ${names} } }\n`,
  )

test.each([
  ['itself', excepting],
  ['a procedure', exceptingIn],
])('twins except the same of %s, each with its own words', (_, write) => {
  const es = write('second-run: la segunda vez no')
  const headers = (en: string) => found({ [ES]: es, [EN]: en }).filter((line) => line.includes('LOCALE_HEADER_DIFFERS'))
  expect(headers(write('second-run: not the second time'))).toEqual([])
  expect(headers(write('drift: not the second time'))).toHaveLength(1)
  expect(headers(PAGE)).not.toEqual([])
})

test('a page without its twin', () => {
  expect(found({ [ES]: PAGE })).toEqual(['es 1:1 LOCALE_TWIN_MISSING'])
})

test.each<[string, string, string[]]>([
  ['another page', '[x](/guides/page/)', []],
  ['a sibling', '[x](../page/)', []],
  ['a heading', '[x](#build)', []],
  ['a heading of another page', '[x](/guides/page/#build)', []],
  ['the web', '[x](https://example.com/x#y)', []],
  ['a file', '[x](./page.md)', []],
  ['no page', '[x](/guides/pag/)', ['es 3:1 DOCUMENT_LINK_BROKEN']],
  ['no heading', '[x](/guides/page/#biuld)', ['es 3:1 DOCUMENT_ANCHOR_BROKEN']],
  ['no such reference', '[x][y]\n\n[y]: ../nothing/', ['es 5:1 DOCUMENT_LINK_BROKEN']],
])('a link to %s', (_, text, expected) => {
  const other = `---\ntitle: T\n---\n${text.replace(/^/, '')}\n`.replace('---\n[', '---\n[')
  const lines = found({
    [ES]: PAGE,
    [EN]: PAGE,
    'content/docs/en/guides/other.md': '---\ntitle: T\n---\n',
    'content/docs/guides/other.md': other.replace('\n---\n', '\n---\n## Build\n\n'),
  })
  expect(lines.map((line) => line.replace(/ (\d+):/, (_, number: string) => ` ${Number(number) - 3}:`))).toEqual(
    expected,
  )
})

test.each<[string, string, string[]]>([
  ['yaml', fence('yaml file=cloudbuild.yaml', 'steps:\n  - name: x\n   args: [a'), ['FILE_SYNTAX']],
  ['json', fence('json file=a.json', '{"a": 1,}'), ['FILE_SYNTAX']],
  [
    'an instruction',
    fence('dockerfile file=Dockerfile', 'FROM python:3.12-slim\nCOYP . .'),
    ['FILE_DOCKERFILE_INSTRUCTION'],
  ],
  ['no FROM', fence('dockerfile file=Dockerfile', 'RUN true'), ['FILE_DOCKERFILE_FROM']],
  [
    'nothing',
    fence('yaml file=a.yaml', 'a: 1') +
      fence('json file=a.json', '{}') +
      fence('dockerfile file=Dockerfile', 'ARG V=3\nFROM python:$V\nRUN true'),
    [],
  ],
])('a file with a wrong %s', (_, block, expected) => {
  expect(findingsOf({ 'page.md': runbook([block, USES]) }).map(({ code }) => code)).toEqual(expected)
})

test('a file a step reads is written before, or is there from the start', () => {
  const build = step('gcloud builds submit --config=cloudbuild.yaml --region=europe-west1 .', '', 'build')
  const workspaceFiles = () => new Set(['requirements.txt'])
  const codes = (...blocks: string[]) =>
    findingsOf({ 'page.md': runbook([...blocks, USES]) }, { workspaceFiles }).map(({ code }) => code)
  const file = fence('yaml file=cloudbuild.yaml', 'steps: [{ name: ubuntu }]')
  expect(codes(build)).toEqual(['FILE_UNKNOWN'])
  expect(codes(build, file)).toEqual(['FILE_UNKNOWN'])
  expect(codes(file, build)).toEqual([])
  expect(findingsOf({ 'page.md': runbook([build, USES]) })).toEqual([])
})
