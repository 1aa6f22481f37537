import { describe, expect, test } from 'vitest'
import { renderFindings } from '#report/findings.ts'
import { renderGithub } from '#report/github.ts'
import { renderJson, reportJsonSchema } from '#report/json.ts'
import { createProgress } from '#report/progress.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import { sourceHash } from '#report/source-hash.ts'
import { createPaint, type Paint, showControls, widthOf } from '#report/style.ts'
import { WORDS } from '#report/words.ts'
import type { RunEvent } from '#schema/event.ts'
import type { Report, RunReport } from '#schema/report.ts'

const plain = createPaint(false)
const AT = '2026-01-02T03:04:05.000Z'

const run: RunReport = {
  id: 'demo',
  title: 'Demo',
  file: 'content/docs/runbooks/demo.md',
  hash: 'h',
  shell: 'embedded',
  live: false,
  status: 'failed',
  startedAt: AT,
  durationMs: 1234,
  inputs: { REGION: 'europe-west1' },
  outputs: { URL: 'https://demo.example.com' },
  steps: [
    {
      id: 'create',
      procedure: 'demo',
      title: 'Create',
      status: 'passed',
      evidence: 'emulated',
      file: 'content/docs/runbooks/demo.md',
      line: 10,
      durationMs: 12,
      exitCode: 0,
      effects: [
        { verb: 'create', kind: 'secret', name: 'key' },
        { verb: 'read', kind: 'project', name: 'p' },
      ],
    },
    {
      id: 'log-in',
      procedure: 'demo',
      title: 'Log in',
      status: 'skipped',
      evidence: 'checked',
      reason: 'opens a browser',
      file: 'content/docs/runbooks/demo.md',
      line: 15,
      durationMs: 0,
      effects: [],
    },
    {
      id: 'ask',
      procedure: 'demo',
      title: 'Ask',
      status: 'failed',
      evidence: 'none',
      file: 'content/docs/runbooks/demo.md',
      line: 20,
      durationMs: 3,
      exitCode: 22,
      output: 'curl: (22)',
      effects: [],
    },
    {
      id: 'end',
      procedure: 'demo',
      title: 'End',
      status: 'skipped',
      evidence: 'none',
      reason: 'after-failure',
      file: 'content/docs/runbooks/demo.md',
      line: 30,
      durationMs: 0,
      effects: [],
    },
  ],
  checked: [{ file: 'content/docs/runbooks/demo.md', line: 40, reason: 'never returns' }],
}

const report: Report = {
  version: 1,
  command: 'verify',
  locale: 'en',
  exitCode: 1,
  findings: [
    {
      code: 'STEP_FAILED',
      severity: 'error',
      file: 'content/docs/runbooks/demo.md',
      line: 21,
      column: 1,
      message: 'Step "ask": 100%\nfailed',
      hint: 'Repeat it',
    },
  ],
  runs: [run],
}

test('the summary tells steps with evidence, changes, outputs, unrun blocks and the verdict', () => {
  expect(renderRunSummary(run, WORDS.en, plain)).toMatchInlineSnapshot(`
    "Steps
      Status     Evidence     Step    Duration  Page
      ✔ passed   emulated     create  12 ms     content/docs/runbooks/demo.md:10
      – skipped  checked      log-in            content/docs/runbooks/demo.md:15  opens a browser
      ✘ failed   no evidence  ask     3 ms      content/docs/runbooks/demo.md:20
      – skipped  no evidence  end               content/docs/runbooks/demo.md:30  after a failure

    Effects
      Effect   Resource  Name  Steps
      creates  secret    key   create

    Outputs
      Output  Value
      URL     https://demo.example.com

    Blocks checked, not run
      content/docs/runbooks/demo.md:40  never returns

    ✘ demo: failed  Dry run, embedded fixture; 1 passed, 2 skipped, 1 failed; 1.2 s"
  `)
})

test('many steps that a failure left out are counted: what failed must not scroll away', () => {
  const end = run.steps[3] as RunReport['steps'][0]
  const many = {
    ...run,
    steps: [...run.steps, ...Array.from({ length: 64 }, (_, index) => ({ ...end, id: `end-${index}` }))],
  }
  const lines = renderRunSummary(many, WORDS.en, plain).split('\n')
  expect(lines).toContain('  65 steps not run after the failure')
  expect(lines.length).toBeLessThan(24)
})

test('what a step captured cannot set the title of the terminal', () => {
  const outputs = { NAME: 'a\u001b]0;owned\u0007b\u001b[2J' }
  expect(renderRunSummary({ ...run, outputs }, WORDS.en, plain)).toContain('NAME    ab\n')
})

test('for a screen reader there are no marks and no columns', () => {
  const text = renderRunSummary(run, WORDS.en, createPaint(true, { plain: true }))
  expect(text).toContain(
    'Status: failed. Evidence: no evidence. Step: ask. Duration: 3 ms. Page: content/docs/runbooks/demo.md:20',
  )
  expect(text).toContain('demo: failed  Dry run')
  expect(text).not.toMatch(/[✔✘–■▸│]/)
  expect(text).not.toContain('\u001b')
})

test('findings name place, code and the next thing to do', () => {
  expect(renderFindings(report.findings, WORDS.es, plain)).toMatchInlineSnapshot(`
    "content/docs/runbooks/demo.md:21:1  Error STEP_FAILED
      Step "ask": 100%
      failed
      Qué hacer: Repeat it"
  `)
})

test('GitHub gets one annotation a finding, escaped', () => {
  expect(renderGithub(report)).toBe(
    '::error file=content/docs/runbooks/demo.md,line=21,col=1,title=STEP_FAILED::Step "ask": 100%25%0Afailed%0ARepeat it\n',
  )
})

describe('JSON', () => {
  test('is the report', () => expect(JSON.parse(renderJson(report))).toEqual(report))
  test('refuses what is no report', () =>
    expect(() => renderJson({ ...report, exitCode: 'x' } as unknown as Report)).toThrow())
  test('has a schema with every part', () => {
    const schema = JSON.parse(reportJsonSchema())
    expect(schema.$schema).toContain('2020-12')
    expect(Object.keys(schema.properties)).toEqual([
      'version',
      'command',
      'locale',
      'exitCode',
      'findings',
      'runs',
      'coverage',
      'shard',
      'variations',
      'mended',
    ])
  })
})

describe('progress', () => {
  const events: RunEvent[] = [
    {
      kind: 'run-started',
      at: AT,
      runbook: 'demo',
      hash: 'h',
      shell: 'embedded',
      live: false,
      inputs: {},
      procedures: ['demo'],
      steps: ['create', 'ask'],
    },
    { kind: 'step-started', at: AT, step: 'create', title: 'Create', file: 'f', line: 1 },
    { kind: 'step-output', at: AT, step: 'create', stream: 'stdout', chunk: 'one\u001b[2J\ntwo\u0007\n' },
    { kind: 'step-finished', at: AT, step: 'create', report: run.steps[0] as RunReport['steps'][0] },
    { kind: 'step-started', at: AT, step: 'ask', title: 'Ask', file: 'f', line: 2 },
    { kind: 'step-finished', at: AT, step: 'ask', report: run.steps[2] as RunReport['steps'][0] },
  ]
  const show = ({ paint = plain, ...options }: { terminal: boolean; verbose: boolean; paint?: Paint }) => {
    let shown = ''
    const progress = createProgress({
      words: WORDS.en,
      paint,
      write: (text) => {
        shown += text
      },
      ...options,
    })
    for (const event of events) progress(event)
    return shown
  }

  test('plain lines where there is no terminal', () => {
    expect(show({ terminal: false, verbose: false })).toMatchInlineSnapshot(`
      "demo  Dry run, embedded fixture
        ✔ create  emulated, 12 ms
        ✘ ask  no evidence, 3 ms
          Last lines of the step:
          │ curl: (22)
      "
    `)
  })
  test('the step under way is shown and overwritten on a terminal', () => {
    expect(show({ terminal: true, verbose: false })).toContain('\r\u001b[2K')
  })
  test('a line that is written over is never wider than the terminal', () => {
    const shown = show({ terminal: true, verbose: false, paint: createPaint(false, { width: () => 18 }) })
    expect(shown).toContain('  ▸ 2/2 ask  Ask\r')
    expect(shown).toContain('  ▸ 1/2 create  …\r')
  })
  test('for a screen reader nothing is written over, and no mark says what words do not', () => {
    const paint = createPaint(true, { plain: true })
    expect(show({ terminal: true, verbose: false, paint })).toMatchInlineSnapshot(`
      "demo  Dry run, embedded fixture
      1/2 create: Create
      passed: create, emulated, 12 ms
      2/2 ask: Ask
      failed: ask, no evidence, 3 ms
          Last lines of the step:
          curl: (22)
      "
    `)
  })
  test('outputs when asked for, their control characters made visible', () => {
    expect(show({ terminal: false, verbose: true })).toContain('    one\n    two\\x07\n')
  })
})

test('widths are those of a terminal', () => {
  expect([widthOf('ñandú'), widthOf('日本'), widthOf('\u001b[31mred\u001b[0m')]).toEqual([5, 4, 3])
})

test('control characters cannot reach the terminal', () => {
  expect(showControls('a\u001b[31mb\u0000\u0008\r\n\tc')).toBe('ab\\x00\\x08\\x0d\n\tc')
})

describe('the hash of sources', () => {
  test('ignores a byte order mark and the kind of line endings', () => {
    expect(sourceHash({ es: '\ufeffa\r\nb', en: 'c\r\n' })).toBe(sourceHash({ es: 'a\nb', en: 'c\n' }))
  })
  test('tells every other change', () => {
    const hashes = [{ es: 'a' }, { es: 'a', en: '' }, { es: 'a', en: 'b' }, { es: 'a ' }].map(sourceHash)
    expect(new Set(hashes).size).toBe(4)
  })
})
