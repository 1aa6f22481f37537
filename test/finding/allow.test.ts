import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { check } from '#check/check.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { parsePlainPage } from '#document/plain.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { loadAllTools } from '#tools/load.ts'
import { codesIn } from './example.ts'

const tools = await loadAllTools()
const formats = await loadAllFormats()
const blocks = CATALOGUE.flatMap((one) =>
  'wrong' in one && one.of === undefined
    ? [{ code: one.code, allowable: one.allowable, wrong: `${one.wrong.join('\n')}\n` }]
    : [],
)
/** Every block of an example that can permits a finding. */
const allowing = (example: string, code: string) =>
  example.replaceAll(/^```(?:bash .+|\w+ file=.+)$/gm, (line) =>
    line.split('"').length % 2 === 0 ? line : `${line} allow="${code} es a propósito, para la prueba"`,
  )

describe('what the reference says can be allowed can be, with a reason', () => {
  test.each(blocks.filter(({ allowable }) => allowable))('$code', async ({ code, wrong }) => {
    expect(await codesIn(allowing(wrong, code), 'blocks')).not.toContain(code)
  })
})

test('what it says cannot be allowed cannot', async () => {
  const others = blocks.filter(({ code, allowable, wrong }) => !allowable && allowing(wrong, code) !== wrong)
  const allowed: string[] = []
  for (const { code, wrong } of others)
    if (!(await codesIn(allowing(wrong, code), 'blocks')).includes(code)) allowed.push(code)
  expect(others.length).toBeGreaterThan(10)
  // Its own subject: an allowance of it is used or unused by what it allows.
  expect(allowed.filter((code) => code !== 'FENCE_ALLOW_UNUSED')).toEqual([])
})

const plain = (...lines: string[]) => {
  const parsed = parsePlainPage({ file: 'a.md', source: lines.join('\n'), commands: KNOWN_PROGRAMS })
  const found = parsed.page ? check([parsed.page], { tools, formats }) : []
  return [...parsed.findings, ...found].map(({ code, place }) => `${place.start.line} ${code}`)
}
const FENCE = ['```bash', 'git commit --no-verify -m x', '```']

test('in a plain document a comment before the block allows, and is told when it allows nothing', () => {
  expect(plain(...FENCE)).toEqual(['2 HAZARD_BYPASS'])
  expect(plain('<!-- allow HAZARD_BYPASS the hook is what is tested -->', '', ...FENCE)).toEqual([])
  expect(plain('<!-- allow HAZARD_MISSPELT the hook is what is tested -->', '', ...FENCE)).toEqual([
    '1 FENCE_ALLOW_UNUSED',
    '4 HAZARD_BYPASS',
  ])
})
