import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../../../../src/cli/terminal/report-format.ts'
import { startLive } from '../../../support/live-process.ts'

/** Quotes, characters of regular expressions, a new line, letters that are not ASCII. */
const CANARY = `c4n'ary".*[x]{2}\nñandú$1+(\\d)&%`

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'secret-'))
  mkdirSync(join(directory, 'tmp'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const parameters = { TOKEN: { type: 'secret' as const, example: 'x' } }

/** Ways in which a step may come to print what it was given, each by the real tool. */
const WAYS = [
  'declare -p TOKEN',
  'printf "%q\\n" "$TOKEN"',
  'echo $TOKEN',
  'tail -n 1 <<<"$TOKEN"',
  '(set -x; : "$TOKEN")',
  'printf %s "$TOKEN" | base64 -w 20',
  'printf user:%s "$TOKEN" | base64 | tr +/ -_',
  'printf %s "$TOKEN" | fold -w 7',
  'printf %s "$TOKEN" | od -An -tx1',
  'printf %s "$TOKEN" | od -c',
  'node -p "JSON.stringify(process.env.TOKEN)"',
  'node -p "encodeURIComponent(process.env.TOKEN)"',
  'node -p "Buffer.from(process.env.TOKEN)"',
  'printf %s "${TOKEN:0:9}"; printf "%s\\n" "${TOKEN:9}" >&2',
  'printf %s "${TOKEN:0:9}"; sleep 0.3; printf "%s\\n" "${TOKEN:9}"',
  'for ((i = 0; i < ${#TOKEN}; i++)); do printf %s "${TOKEN:i:1}"; sleep 0.002; done; echo',
]

const steps = [
  { id: 'show', effect: 'read' as const, text: `set +H\n${WAYS.join('\n')}` },
  {
    id: 'keep',
    effect: 'read' as const,
    text: 'DERIVED=$(printf %s "$TOKEN" | base64); COPY="x-$TOKEN"; ps -A -o args= > processes; env > /dev/null',
  },
  {
    id: 'fail',
    effect: 'read' as const,
    text: 'printf %s "$TOKEN" | base64 -w 16 >&2; printf "error: %q\\n" "$TOKEN" >&2; false',
  },
]

/** Stretches of the value and of its encodings that nobody could have by chance. */
function telling(): string[] {
  const bytes = Buffer.from(CANARY)
  const inner = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const long = [...inner, ...inner.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), bytes.toString('hex')]
  const windows = long.flatMap((text) => Array.from({ length: text.length - 9 }, (_, at) => text.slice(at, at + 10)))
  const plain = ['c4n', 'ary".', '[x]{2}', 'ñandú', 'and\\303', 'nd%C3', '63 34 6e', '$1+(', '303 261']
  return [...plain, ...windows]
}

test('a secret is in nothing that a run prints or writes, however its steps print it', async () => {
  const reports = [
    { format: 'text' as const },
    ...REPORT_FORMATS.map((format) => ({ format, file: join(directory, `report.${format}`) })),
  ]
  const environment = { TOKEN: CANARY, TMPDIR: join(directory, 'tmp') }
  const run = startLive({ directory, steps, parameters, environment, options: { yes: true, reports } })
  expect(await run.ended).toBe(1)
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const texts = files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const)
  expect(texts.map(([name]) => name)).toEqual(expect.arrayContaining(['report.json', 'report.junit', 'processes']))
  expect(texts.some(([name, text]) => name.endsWith('.jsonl') && text.includes('COPY'))).toBe(true)
  const all = [['the terminal', run.printed()] as const, ...texts]
  for (const [name, text] of all)
    expect({ name, found: telling().filter((one) => text.includes(one)) }).toEqual({ name, found: [] })
  expect(run.printed().match(/\*\*\*/g)?.length).toBeGreaterThanOrEqual(WAYS.length)
  expect(readdirSync(join(directory, 'tmp'))).toEqual([])
})
