import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import draft04 from 'ajv-draft-04'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { codeFrame } from '#report/frame.ts'
import { renderGithub } from '#report/github.ts'
import { renderJson, reportJsonSchema } from '#report/json.ts'
import { renderJunit } from '#report/junit.ts'
import { renderLsp } from '#report/lsp.ts'
import { renderSarif } from '#report/sarif.ts'
import { createPaint } from '#report/style.ts'
import { renderVerifySummary } from '#report/verify-summary.ts'
import { WORDS } from '#report/words.ts'
import { countCoverage, totalCoverage } from '#schema/coverage.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Report, StepReport, VariationReport } from '#schema/report.ts'
import { STEP_STATUSES } from '#schema/status.ts'
import { HOSTILE } from '../support/hostile.ts'

const FILE = 'content/docs/runbooks/demo.md'

const step = (part: Partial<StepReport>): StepReport => ({
  id: 'a',
  procedure: 'demo',
  title: 'A',
  status: 'passed',
  evidence: 'executed',
  file: FILE,
  line: 10,
  durationMs: 1500,
  effects: [],
  ...part,
})

const finding = (part: Partial<FindingReport> = {}): FindingReport => ({
  code: 'STEP_FAILED',
  severity: 'error',
  file: FILE,
  line: 21,
  column: 3,
  message: 'ended with 1',
  ...part,
})

const pages = [
  { ...countCoverage(['executed', 'checked']), file: FILE, id: 'demo', rest: [{ line: 30, kind: 'checked' as const }] },
]

function report(steps: StepReport[], findings: FindingReport[] = []): Report {
  const run = {
    id: 'demo',
    title: 'Demo',
    file: FILE,
    hash: 'h',
    shell: 'docker' as const,
    live: false,
    status: 'failed' as const,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 2000,
    inputs: {},
    outputs: {},
    steps,
    checked: [{ file: FILE, line: 30, reason: 'never returns' }],
  }
  const coverage = { pages, total: totalCoverage(pages), required: 80 }
  return { version: 1, command: 'verify', locale: 'en', exitCode: 1, findings, runs: [run], coverage }
}

/** Every status, every hostile value wherever a person can write one. */
const everything = report(
  [
    ...STEP_STATUSES.map((status, index) => step({ id: status, status, line: 10 * (index + 1), reason: 'why' })),
    ...Object.values(HOSTILE).map((text, index) =>
      step({ id: `hostile-${index}`, status: 'failed', line: 1000 + index, output: text, reason: text }),
    ),
  ],
  [
    finding(),
    finding({ code: 'HAZARD_SECRET_PRINTED', severity: 'warning', endLine: 22, endColumn: 1, hint: 'Do x' }),
    ...Object.values(HOSTILE).map((text, index) =>
      finding({
        line: 1000 + index,
        message: text,
        hint: text,
        file: index % 2 ? FILE : `dir with space/${index}%.md`,
        fix: { edits: [{ file: FILE, line: 7, column: 3, endLine: 8, endColumn: 1, text }] },
      }),
    ),
    finding({ code: 'SCRIPT_STALE', fix: { generated: 'runbooks/demo.ts' } }),
  ],
)
const variation = (part: Partial<VariationReport>): VariationReport => ({
  runbook: 'demo',
  procedure: 'deploy',
  number: 1,
  status: 'passed',
  inputs: {},
  durationMs: 10,
  ...part,
})
const varied: Report = {
  ...report([step({})]),
  variations: {
    seed: 42,
    count: 3,
    runs: [
      variation({ inputs: { VERSION: '10.0.0' } }),
      variation({ number: 2, status: 'failed', inputs: { NAME: '"<&>' }, change: 'drift' }),
      variation({ number: 3, status: 'not-checkable', environment: 'tokyo', reason: 'no such program' }),
      variation({ number: 0, status: 'failed', change: 'second-run', exception: 'it makes a directory' }),
    ],
  },
}
const nothing: Report = { version: 1, command: 'verify', locale: 'es', exitCode: 0, findings: [], runs: [] }

const xsd = readFileSync('test/report/schemas/jenkins-junit.xsd', 'utf8')
const validate = (xml: string) =>
  validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [{ fileName: 'junit.xsd', contents: xsd }] })

describe('JUnit', () => {
  test.each([
    ['of everything', everything],
    ['of nothing', nothing],
    ['of variations', varied],
    ['of one run', { ...report([step({})]), command: 'runbook' as const }],
  ])('%s is what Jenkins accepts', async (_, one) => {
    expect((await validate(renderJunit(one))).errors).toEqual([])
  })

  test('the validation itself can fail', async () => {
    expect((await validate(renderJunit(everything).replace('<testcase ', '<testcase line="1" '))).valid).toBe(false)
  })

  test('only a pass is a pass, and each case says its evidence', () => {
    const steps = [
      step({ output: 'one & two' }),
      step({ id: 'b', status: 'skipped', evidence: 'checked', reason: 'opens a browser', line: 15 }),
      step({ id: 'c', status: 'failed', evidence: 'none', line: 20 }),
      step({ id: 'd', status: 'not-checkable', evidence: 'not-checkable', reason: 'no such image', line: 25 }),
    ]
    expect(renderJunit(report(steps, [finding(), finding({ code: 'NAME_UNKNOWN', line: 3 })]))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="verify" tests="6" failures="2" errors="1" time="2.000">
        <testsuite name="pages" tests="1" failures="1" errors="0" skipped="0" time="0.000">
          <testcase name="content/docs/runbooks/demo.md" classname="pages">
            <failure type="NAME_UNKNOWN" message="ended with 1">content/docs/runbooks/demo.md:3:3 NAME_UNKNOWN
      ended with 1</failure>
          </testcase>
        </testsuite>
        <testsuite name="demo" tests="5" failures="1" errors="1" skipped="2" time="2.000" timestamp="2026-01-02T03:04:05">
          <properties>
            <property name="fixture" value="docker"/>
            <property name="page" value="h"/>
            <property name="live" value="false"/>
            <property name="reused" value="false"/>
          </properties>
          <testcase name="a" classname="demo" time="1.500" status="executed">
            <system-out>content/docs/runbooks/demo.md:10
      evidence: executed

      one &amp; two</system-out>
          </testcase>
          <testcase name="b" classname="demo" time="1.500" status="checked">
            <skipped>checked: opens a browser</skipped>
          </testcase>
          <testcase name="c" classname="demo" time="1.500" status="none">
            <failure type="STEP_FAILED" message="ended with 1">content/docs/runbooks/demo.md:21:3 STEP_FAILED
      ended with 1</failure>
            <system-out>content/docs/runbooks/demo.md:20
      evidence: none</system-out>
          </testcase>
          <testcase name="d" classname="demo" time="1.500" status="not-checkable">
            <error type="not-checkable" message="no such image"/>
            <system-out>content/docs/runbooks/demo.md:25
      evidence: not-checkable
      no such image</system-out>
          </testcase>
          <testcase name="content/docs/runbooks/demo.md:30" classname="demo" status="checked">
            <skipped>never returns</skipped>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  test('a finding of a step is told once, a finding of a page in the suite of pages', () => {
    const xml = renderJunit(
      report([step({ status: 'failed', line: 20 })], [finding(), finding({ line: 4, code: 'NAME_X' })]),
    )
    expect(xml.match(/type="STEP_FAILED"/g)).toHaveLength(1)
    expect(xml).toMatch(/<testsuite name="pages" tests="1" failures="1"/)
  })
})

describe('variations', () => {
  test('are a suite of their own in JUnit', () => {
    const xml = renderJunit(varied)
    expect(xml.slice(xml.indexOf('<testsuite name="demo variations"'))).toMatchInlineSnapshot(`
      "<testsuite name="demo variations" tests="4" failures="1" errors="0" skipped="2" time="0.000">
          <testcase name="deploy 1: VERSION=10.0.0" classname="demo" time="0.010" status="passed"/>
          <testcase name="deploy 2: NAME=&quot;&lt;&amp;&gt; drift" classname="demo" time="0.010" status="failed">
            <failure type="failed" message="NAME=&quot;&lt;&amp;&gt; drift"/>
          </testcase>
          <testcase name="deploy 3: tokyo" classname="demo" time="0.010" status="not-checkable">
            <skipped>no such program</skipped>
          </testcase>
          <testcase name="deploy 0: second-run" classname="demo" time="0.010" status="failed">
            <skipped>it makes a directory</skipped>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  test('are for people a line a procedure, and one for each that no finding tells', () => {
    const text = renderVerifySummary(varied, WORDS.en, createPaint(false))
    expect(text.slice(text.indexOf('Variations'), text.indexOf('Coverage'))).toMatchInlineSnapshot(`
      "Variations: 3 per procedure, seed 42
        Status  Id    Procedure
        ✘       demo  deploy     1 failed, 1 not checkable, 1 passed
        ? deploy  tokyo: no such program
        – deploy  second-run: excepted on the page: it makes a directory

      "
    `)
  })
})

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync('test/report/schemas/sarif-2.1.0.json', 'utf8'))
  const valid = new draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

  test.each([
    ['of everything', everything],
    ['of nothing', nothing],
  ])('%s is valid', (_, one) => {
    valid(JSON.parse(renderSarif(one)))
    expect(valid.errors ?? []).toEqual([])
  })

  test('the validation itself can fail', () => {
    const log = JSON.parse(renderSarif(everything))
    log.runs[0].results[0].level = 'fatal'
    expect(valid(log)).toBe(false)
  })

  test('has the edits that fix a finding, and none where a file is generated', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    const [text] = Object.values(HOSTILE)
    expect(run.results.at(-1).fixes).toBeUndefined()
    expect(run.results[2].fixes).toEqual([
      {
        description: { text: 'pnpm verify --fix' },
        artifactChanges: [
          {
            artifactLocation: { uri: FILE, uriBaseId: 'SRCROOT' },
            replacements: [
              { deletedRegion: { startLine: 7, startColumn: 3, endLine: 8, endColumn: 1 }, insertedContent: { text } },
            ],
          },
        ],
      },
    ])
  })

  test('has the place, the level and the rule of each finding', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    expect(run.results).toHaveLength(everything.findings.length)
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(run.results[1]).toMatchInlineSnapshot(`
      {
        "level": "warning",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "content/docs/runbooks/demo.md",
                "uriBaseId": "SRCROOT",
              },
              "region": {
                "endColumn": 1,
                "endLine": 22,
                "startColumn": 3,
                "startLine": 21,
              },
            },
          },
        ],
        "message": {
          "text": "ended with 1
      Do x",
        },
        "ruleId": "HAZARD_SECRET_PRINTED",
        "ruleIndex": 0,
      }
    `)
    expect(run.tool.driver.rules.at(-1)).toMatchInlineSnapshot(`
      {
        "defaultConfiguration": {
          "level": "error",
        },
        "help": {
          "text": "Repeat this step alone: …",
        },
        "id": "STEP_FAILED",
        "shortDescription": {
          "text": "Step "…" ended with status …; expected ….",
        },
      }
    `)
  })

  test('has addresses of files', () => {
    const [run] = JSON.parse(renderSarif(everything)).runs
    expect(run.results[2].locations[0].physicalLocation.artifactLocation.uri).toBe('dir%20with%20space/0%25.md')
  })
})

test('JSON is what its published schema says', () => {
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(reportJsonSchema()))
  for (const one of [everything, nothing]) {
    valid(JSON.parse(renderJson(one)))
    expect(valid.errors ?? []).toEqual([])
  }
  expect(valid({ ...everything, exitCode: 'none' })).toBe(false)
})

describe('GitHub annotations', () => {
  test('name columns only within one line', () => {
    const found = [finding(), finding({ endLine: 21, endColumn: 9 }), finding({ endLine: 23, endColumn: 1 })]
    expect(renderGithub(report([], found))).toMatchInlineSnapshot(`
      "::error file=content/docs/runbooks/demo.md,line=21,col=3,title=STEP_FAILED::ended with 1
      ::error file=content/docs/runbooks/demo.md,line=21,endLine=21,col=3,endColumn=9,title=STEP_FAILED::ended with 1
      ::error file=content/docs/runbooks/demo.md,line=21,endLine=23,title=STEP_FAILED::ended with 1
      "
    `)
  })

  test('read back as what was said', () => {
    for (const text of Object.values(HOSTILE)) {
      const file = `a,b:${text.replaceAll(/[\r\n]/g, '')}.md`
      const line = renderGithub(report([], [finding({ message: text, file })]))
      expect(line.trimEnd().split(/\r|\n/)).toHaveLength(1)
      const [, properties = '', message = ''] = /^::error ([^\n]*?)::([^\n]*)\n$/.exec(line) ?? []
      expect(unescaped(message)).toBe(text)
      expect(unescaped(/^file=([^,]*),/.exec(properties)?.[1] ?? '')).toBe(file)
    }
  })
})

/** As the runner reads it: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const unescaped = (text: string) =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')

test('diagnostics count from 0, a file a line, and clear files that are well now', () => {
  const found = [finding({ endLine: 21, endColumn: 9, hint: 'Do x' }), finding({ file: 'b.md' })]
  expect(
    renderLsp({ findings: found }, { uriOf: (file) => `file:///${file}`, clear: ['c.md'] }),
  ).toMatchInlineSnapshot(`
    "{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///b.md","diagnostics":[{"range":{"start":{"line":20,"character":2},"end":{"line":20,"character":2}},"severity":1,"code":"STEP_FAILED","source":"runbooks","message":"ended with 1"}]}}
    {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///c.md","diagnostics":[]}}
    {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///content/docs/runbooks/demo.md","diagnostics":[{"range":{"start":{"line":20,"character":2},"end":{"line":20,"character":8}},"severity":1,"code":"STEP_FAILED","source":"runbooks","message":"ended with 1\\nDo x"}]}}
    "
  `)
})

test('a diagnostic carries the edit that fixes it, for an editor to offer', () => {
  const fix = { edits: [{ file: FILE, line: 21, column: 3, endLine: 21, endColumn: 9, text: 'build' }] }
  const [line = ''] = renderLsp({ findings: [finding({ fix })] }, { uriOf: (file) => `file:///${file}` }).split('\n')
  const range = { start: { line: 20, character: 2 }, end: { line: 20, character: 8 } }
  expect(JSON.parse(line).params.diagnostics[0].data).toEqual({
    changes: { [`file:///${FILE}`]: [{ range, newText: 'build' }] },
  })
})

describe('a code frame', () => {
  const frame = (line: string, part: Partial<FindingReport>) =>
    codeFrame(finding({ line: 1, column: 2, ...part }), () => [line], createPaint(false)).join('\n')

  test('marks what is meant, wide characters and tabs too', () => {
    expect(frame('docker stpo api', { column: 8, endLine: 1, endColumn: 12 })).toMatchInlineSnapshot(`
      "1 │ docker stpo api
        │        ^^^^"
    `)
    expect(frame('\techo "日本" x', { column: 7, endLine: 1, endColumn: 11 })).toMatchInlineSnapshot(`
      "1 │   echo "日本" x
        │        ^^^^^^"
    `)
    expect(frame('abc', { column: 2, endLine: 3, endColumn: 2 })).toMatchInlineSnapshot(`
      "1 │ abc
        │  ^^"
    `)
  })
  test('cuts a long line around it', () => {
    const lines = frame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, { column: 501, endLine: 1, endColumn: 505 }).split(
      '\n',
    )
    expect(lines[0]).toMatch(/^1 │ …x{20}HEREy+…$/)
    expect(lines[1]?.indexOf('^^^^')).toBe(lines[0]?.indexOf('HERE'))
  })
  test('shows no control characters', () => expect(frame('a\u001b[31mb\u0007', {})).not.toMatch(/[^\P{Cc}\n]/u))
  test('is not there for a whole file, a missing line, an empty line', () => {
    expect(frame('x', { column: 1 })).toBe('')
    expect(frame('x', { line: 5 })).toBe('')
    expect(frame('  ', {})).toBe('')
  })
})

describe('coverage', () => {
  test('counts each block once, and rounds down', () => {
    const counts = countCoverage([...Array(1999).fill('executed'), 'emulated'])
    expect(counts).toMatchObject({ blocks: 2000, executed: 1999, emulated: 1, executedPercent: 99.9 })
    expect(countCoverage([]).executedPercent).toBe(100)
    expect(totalCoverage([counts, countCoverage(['failing'])])).toMatchObject({
      blocks: 2001,
      failing: 1,
      executedPercent: 99.9,
    })
  })
})
