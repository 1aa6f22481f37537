import { expect, test } from 'vitest'
import { reportFinding } from '#catalogue/catalogue.ts'
import { parsePage } from '#document/parse.ts'

const HEADER = '---\ntitle: T\nrunbook:\n  id: page\n  system: carblau\n---\n'
const LINES = HEADER.split('\n').length - 1

/** `line:column CODE` of a runbook's body, lines counted from the body's first. */
function codes(body: string): string[] {
  const { findings } = parsePage({ file: 'page.md', source: HEADER + body })
  return findings.map(({ code, place: { start } }) => `${start.line - LINES}:${start.column} ${code}`)
}

const fence = (opening: string, text = 'true') => `\`\`\`${opening}\n${text}\n\`\`\`\n`

test.each<[string, string, string[]]>([
  ['an unknown key', fence('bash step=a timeuot=1m'), ['1:16 FENCE_KEY_UNKNOWN']],
  ['a key twice', fence('bash step=a step=b'), ['1:16 FENCE_KEY_DUPLICATE']],
  ['an open quote', fence('bash step=a manual="only a person'), ['1:16 FENCE_QUOTE_UNTERMINATED']],
  ['a stray quote', fence('bash step=a"b"'), ['1:9 FENCE_META_SYNTAX']],
  ['a value without sense', fence('bash step=a effect=destroy'), ['1:16 FENCE_VALUE']],
  ['a bad duration', fence('bash step=a timeout=1x'), ['1:16 FENCE_VALUE']],
  ['a bad id', fence('bash step=Build_Image'), ['1:9 FENCE_VALUE']],
  ['a flag with a value', fence('bash step=a confirm=yes'), ['1:16 FENCE_VALUE']],
  ['a bad exit status', fence('bash step=a exit=300'), ['1:16 FENCE_VALUE']],
  ['no reason', fence('bash checked'), ['1:9 FENCE_VALUE']],
  ['background alone', fence('bash step=a background'), ['1:16 FENCE_KEY_NEEDS']],
  ['ready alone', fence('bash step=a ready="true"'), ['1:16 FENCE_KEY_NEEDS']],
  ['path alone', fence('bash step=a', 'true') + fence('text expect=contains path=$.a', 'x'), ['4:25 FENCE_KEY_NEEDS']],
  ['manual without step', fence('bash manual="only a person"'), ['1:9 FENCE_KEY_NEEDS']],
  ['step and checked', fence('bash step=a checked="for a reason"'), ['1:16 FENCE_KEY_CONFLICT']],
  ['manual and capture', fence('bash step=a manual="only a person" capture=X', 'X=1'), ['1:39 FENCE_KEY_CONFLICT']],
  ['a step in yaml', fence('yaml step=a', 'a: 1'), ['1:9 FENCE_KEY_MISPLACED']],
  ['sh', fence('sh'), ['1:1 FENCE_LANGUAGE_SHELL']],
  ['console', fence('console', '$ ls'), ['1:1 FENCE_LANGUAGE_SHELL']],
  ['no language', fence(''), ['1:1 FENCE_LANGUAGE_MISSING']],
  ['bash unmarked', fence('bash'), ['1:1 FENCE_UNMARKED']],
  ['a step twice', `${fence('bash step=a')}\n${fence('bash step=a')}`, ['5:9 FENCE_STEP_DUPLICATE']],
  ['an undo of nothing', fence('bash step=a undoes=b'), ['1:16 FENCE_UNDOES_UNKNOWN']],
  ['an undo of itself', fence('bash step=a undoes=a'), ['1:16 FENCE_UNDOES_UNKNOWN']],
  ['a capture never assigned', fence('bash step=a capture=URL', 'echo "$URL"'), ['1:16 FENCE_CAPTURE_UNASSIGNED']],
  ['an empty step', fence('bash step=a', '# nothing'), ['1:9 FENCE_EMPTY']],
  ['an expectation alone', fence('text expect=contains', 'x'), ['1:1 FENCE_EXPECT_ORPHAN']],
  [
    'an expectation after a heading',
    `${fence('bash step=a')}\n## H\n\n${fence('text expect=contains', 'x')}`,
    ['7:1 FENCE_EXPECT_ORPHAN'],
  ],
  ['a bad regex', fence('bash step=a') + fence('text expect=regex', '(x'), ['4:1 FENCE_EXPECT_REGEX']],
  ['bad json', fence('bash step=a') + fence('json expect=json', '{"a": 1,}'), ['5:9 FENCE_EXPECT_JSON']],
  ['an empty expectation', fence('bash step=a') + fence('text expect=contains', ''), ['4:1 FENCE_EXPECT_EMPTY']],
  ['an unclosed fence', '```bash step=a\ntrue\n', ['1:1 FENCE_UNCLOSED']],
  ['a fence closed by its list', '- ```bash step=a\n  true\n\nafter\n', ['1:3 FENCE_UNCLOSED']],
  ['a shorter closing fence', '````bash step=a\ntrue\n```\n', ['1:1 FENCE_UNCLOSED']],
  ['indented code', 'text\n\n    docker ps\n', ['3:1 DOCUMENT_INDENTED_CODE']],
  ['a file outside', fence('yaml file=../x.yaml', 'a: 1'), ['1:9 FENCE_VALUE']],
  ['a huge block', fence('bash step=a', `echo ${'x'.repeat(130_000)}`), ['1:1 FENCE_TOO_LARGE']],
  ['a control character', fence('bash step=a', 'echo \u0007'), ['2:6 DOCUMENT_CONTROL_CHARACTER']],
  ['NUL', fence('bash step=a', 'echo \0'), ['2:6 DOCUMENT_CONTROL_CHARACTER']],
])('finds %s', (_, body, expected) => {
  expect(codes(body)).toEqual(expected)
})

test.each<[string, string]>([
  ['a tilde fence', '~~~bash step=a ready="x `y`" background\ntrue\n~~~\n'],
  [
    'the renderer’s own keys and markers',
    fence('bash step=a title="deploy.sh" {1,3-5} "text" /re.ex/ ins={2} showLineNumbers'),
  ],
  ['single quotes', fence(`bash step=a background ready='curl -f "http://localhost:$PORT"'`)],
  ['a plain block', fence('text', 'anything')],
  ['a shell file', fence('bash file=deploy.sh', 'exit 1')],
  ['prose between step and expectation', `${fence('bash step=a')}\nSalida:\n\n${fence('text expect=contains', 'x')}`],
])('silent on %s', (_, body) => {
  expect(codes(body)).toEqual([])
})

test('a step on a page that is no runbook', () => {
  const { findings } = parsePage({ file: 'x.md', source: `---\ntitle: T\n---\n\n${fence('bash step=a')}` })
  expect(findings.map(({ code }) => code)).toEqual(['FENCE_STEP_OUTSIDE_RUNBOOK'])
})

test('messages say what was expected, what was found, and what to do', () => {
  const source = HEADER + fence('bash step=a effect=delet timeuot=1m')
  const { findings } = parsePage({ file: 'page.md', source })
  expect(
    findings.flatMap((finding) => [reportFinding(finding, 'es'), reportFinding(finding, 'en')]),
  ).toMatchInlineSnapshot(`
    [
      {
        "code": "FENCE_VALUE",
        "column": 16,
        "endColumn": 28,
        "endLine": 7,
        "file": "page.md",
        "fix": {
          "edits": [
            {
              "column": 23,
              "endColumn": 28,
              "endLine": 7,
              "file": "page.md",
              "line": 7,
              "text": "delete",
            },
          ],
        },
        "hint": "Corrige el valor de effect. Quizá querías «delete».",
        "line": 7,
        "message": "El valor de «effect» no es válido: se esperaba uno de read, create, update, delete y se encontró «delet».",
        "reference": "/reference/fence/#fence_value",
        "severity": "error",
      },
      {
        "code": "FENCE_VALUE",
        "column": 16,
        "endColumn": 28,
        "endLine": 7,
        "file": "page.md",
        "fix": {
          "edits": [
            {
              "column": 23,
              "endColumn": 28,
              "endLine": 7,
              "file": "page.md",
              "line": 7,
              "text": "delete",
            },
          ],
        },
        "hint": "Correct the value of effect. Did you mean \`delete\`?",
        "line": 7,
        "message": "The value of \`effect\` is not valid: expected one of read, create, update, delete, found \`delet\`.",
        "reference": "/en/reference/fence/#fence_value",
        "severity": "error",
      },
      {
        "code": "FENCE_KEY_UNKNOWN",
        "column": 29,
        "endColumn": 39,
        "endLine": 7,
        "file": "page.md",
        "fix": {
          "edits": [
            {
              "column": 29,
              "endColumn": 36,
              "endLine": 7,
              "file": "page.md",
              "line": 7,
              "text": "timeout",
            },
          ],
        },
        "hint": "Corrige la clave o quítala. Quizá querías «timeout».",
        "line": 7,
        "message": "La clave «timeuot» no existe en un bloque así; se esperaba una de: step, timeout, effect, confirm, undoes, exit, capture, background, ready, manual, allow.",
        "reference": "/reference/fence/#fence_key_unknown",
        "severity": "error",
      },
      {
        "code": "FENCE_KEY_UNKNOWN",
        "column": 29,
        "endColumn": 39,
        "endLine": 7,
        "file": "page.md",
        "fix": {
          "edits": [
            {
              "column": 29,
              "endColumn": 36,
              "endLine": 7,
              "file": "page.md",
              "line": 7,
              "text": "timeout",
            },
          ],
        },
        "hint": "Correct the key, or remove it. Did you mean \`timeout\`?",
        "line": 7,
        "message": "There is no key \`timeuot\` on a block like this; expected one of: step, timeout, effect, confirm, undoes, exit, capture, background, ready, manual, allow.",
        "reference": "/en/reference/fence/#fence_key_unknown",
        "severity": "error",
      },
    ]
  `)
})

test('the header is checked key by key, at its key', () => {
  const source = [
    '---',
    'title: T',
    'runbook:',
    '  id: Page',
    '  sistem: carblau',
    '  parameters:',
    '    region: { type: gcp-region, label: R, example: x }',
    '    PORT: { type: prot, label: P, example: 1 }',
    '    TAG: { type: image-tag, label: T }',
    '    TAG: { type: image-tag, label: T, example: v1 }',
    '---',
    '',
  ]
  const codes = (lines: readonly string[]) =>
    parsePage({ file: 'page.md', source: lines.join('\n') }).findings.map(
      ({ code, place: { start } }) => `${start.line}:${start.column} ${code}`,
    )
  expect(codes(source)).toEqual(['10:5 DOCUMENT_FRONTMATTER_DUPLICATE'])
  expect(codes(source.toSpliced(9, 1))).toEqual([
    '3:1 DOCUMENT_FRONTMATTER_MISSING',
    '4:3 DOCUMENT_FRONTMATTER_VALUE',
    '5:3 DOCUMENT_FRONTMATTER_UNKNOWN',
    '7:5 PARAMETER_NAME',
    '8:13 PARAMETER_TYPE',
    '9:5 PARAMETER_KEY_MISSING',
  ])
  expect(codes(['---', 'title: T', '', 'text'])).toEqual(['1:1 DOCUMENT_FRONTMATTER_UNCLOSED'])
  expect(codes(['text'])).toEqual(['1:1 DOCUMENT_FRONTMATTER_MISSING'])
  expect(codes(['---', 'title: [', '---'])).toEqual([expect.stringContaining('DOCUMENT_FRONTMATTER_SYNTAX')])
})

test('numbers of the header keep their text', () => {
  const source = HEADER.replace('---\n', '---\n').replace(
    '  system: carblau\n',
    '  system: carblau\n  parameters:\n    TAG: { type: image-tag, label: T, example: 1.10 }\n',
  )
  const { page } = parsePage({ file: 'page.md', source })
  expect(page && 'header' in page && page.header.parameters.TAG?.example).toBe('1.10')
})
