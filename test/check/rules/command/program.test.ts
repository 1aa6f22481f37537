import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { awkProblem, jqProblem } from '#tools/awk/program.ts'
import { sedProblem } from '#tools/sed/program.ts'
import { type Random, randomOf } from '../../../document/random.ts'
import { found, step } from '../../page.ts'

const SCRIPTS = [
  's/a/b/g',
  's|/|\\/|2p;s,x,y,',
  '/a/,/b/{s/x/y/;p}',
  ':a;$!{N;ba};s/\\n/ /g',
  '1,3!d;$=',
  'y/abc/xyz/',
  '/x/I,+3d',
  '0,/x/d',
  '2q5',
  's/\\(a\\)\\(b\\)/\\2\\1/',
  's/[^/]*\\///;/[/]/p',
  '\\,a,d;1~2d',
  'bend;p;:end',
  'i\\\nfirst\np',
  '# told\np',
  's/^/  /;s/$/;/',
  '/a/!{p;d}',
  'l 3;F;z',
]
const SIGNS = [...'abpdsyq{};/!,$1 0\\[]()&gnNxhGPD:#|+~*.^"\n']

/** One or two characters less, more or others. */
function broken(text: string, { below, pick }: Random): string {
  const at = below(text.length + 1)
  return text.slice(0, at) + pick(['', pick(SIGNS)]) + text.slice(at + below(2))
}

describe('sed', () => {
  const real = (script: string) => {
    const { status, stderr } = spawnSync('sed', ['--sandbox', '-n', '--', script], { input: '', encoding: 'utf8' })
    return status === 0 ? undefined : stderr
  }

  test.each(SCRIPTS)('%j is read', (script) => {
    expect(real(script)).toBeUndefined()
    expect(sedProblem(script, false)).toBeUndefined()
  })

  test.each([
    's/a/b',
    's/a/b/k',
    's/a/b/gg',
    's/a/\\1/',
    's/[a/b/',
    'y/ab/c/',
    'y/a',
    'k',
    '{p',
    'p}',
    '3,p',
    '/a',
    '1#x',
    'p p',
    'd;}',
    '5!!p',
    '1,2q',
    '0d',
    'a',
    ':',
    't x;b',
    '1!',
    's/\\(a/b/',
  ])('%j is refused in its words', (script) => {
    const told = (real(script) ?? '').replace(/^sed: (-e expression #1, char \d+: )?/, '').trim()
    const reason = sedProblem(script, false) ?? ''
    // Of brackets, sed names both kinds at once.
    expect(reason.startsWith('unmatched \\(') ? told.includes('Unmatched ( or \\(') : told === reason, told).toBe(true)
  })

  test('nothing is refused that it reads', () => {
    const random = randomOf(20_261_121)
    let refused = 0
    for (let index = 0; index < 400; index += 1) {
      const script = broken(random.pick(SCRIPTS), random)
      const problem = sedProblem(script, false)
      // What would run or write is not tried, so that nothing more is told of it.
      if (problem === undefined || /sandbox/.test(real(script) ?? '')) continue
      refused += 1
      expect(real(script), `${JSON.stringify(script)}: ${problem}`).toBeDefined()
    }
    expect(refused).toBeGreaterThan(50)
  })
})

describe('awk', () => {
  test.each([
    '{print $1}',
    'BEGIN{FS=":"} $3 > 10 {print $1 "(" $3 / 2 ")"}',
    '/a\\/b[/]/ {n++} END {print n/2}',
    '{ if ($1 ~ /^x{2}/) print; else next }',
    '{gsub(/"/, "\\""); print} # c {',
    '{ print /a(b/ ? "y" : "n" }',
  ])('%j is read', (text) => expect(awkProblem(text)).toBeUndefined())

  test.each([
    ['{print $1', 'unmatched {'],
    ['{print $1}}', 'unexpected }'],
    ['{print "a}', 'unterminated string'],
    ['/a {print}', 'unterminated regexp'],
    ['{print length($0}', 'unexpected }'],
  ])('%j is not', (text, reason) => expect(awkProblem(text)).toBe(reason))
})

describe('jq', () => {
  test.each([
    '.items[].name',
    '"\\(.a) (\\("x" + (.b|tostring))"',
    'if .a then .b elif .c then 1 else 2 end',
    'walk(if type == "x" then del(.y) else . end)',
    '.if, .end, {if: 1, end: 2}, $end',
    '.a | select(.b == "x(") # c (',
  ])('%j is read', (text) => expect(jqProblem(text)).toBeUndefined())

  test.each([
    ['.items[.name', 'unmatched ['],
    ['.a | select(.b == "x)', 'unterminated string'],
    ['if .a then .b', 'unmatched if'],
    ['"\\(.a"', 'unterminated string'],
    ['{a: .b}}', 'unexpected }'],
  ])('%j is not', (text, reason) => expect(jqProblem(text)).toBe(reason))
})

describe('on a page', () => {
  test.each([
    ["sed -n 's/a/b' app.conf", '2:8 COMMAND_PROGRAM'],
    ["sed -i -e 's/a/b/' -e 's/c/d' app.conf", '2:23 COMMAND_PROGRAM'],
    ["sed -e '/a/{' -e 'p' app.conf", '2:18 COMMAND_PROGRAM'],
    ["docker ps | awk '{print $1'", '2:17 COMMAND_PROGRAM'],
    ["docker inspect a | jq -r '.[0.Id'", '2:26 COMMAND_PROGRAM'],
    ['ssh -o BatchMode=yes host.example.com "sed -n \'/a/,/b/{p\' app.conf"', '2:47 COMMAND_PROGRAM'],
  ])('%s', (command, told) => {
    expect(found(step(command)).filter((one) => one.includes('COMMAND_PROGRAM'))).toEqual([told])
  })

  test.each([
    "sed -e '/a/{' -e 'p' -e '}' app.conf",
    'sed -n "s/a/$GCP_PROJECT_ID" app.conf',
    'sed -f script.sed app.conf',
    "sed -En 's/(a)/\\1/p' app.conf",
    "awk -F: -v x=1 '{print $1}' app.conf",
    "jq -r --arg name a '.[] | select(.name == $name)' app.json",
    "jq --from-file filter.jq '.[' ",
  ])('%s is silent', (command) => {
    expect(found(step(command)).filter((one) => one.includes('COMMAND_PROGRAM'))).toEqual([])
  })
})
