import type { FindingReport } from '#schema/finding.ts'
import type { Report, RunReport, StepReport, VariationReport } from '#schema/report.ts'
import type { StepStatus } from '#schema/status.ts'
import { changesOf } from './variations.ts'
import { renderXml, type Xml } from './xml.ts'

/**
 * JUnit XML as Jenkins and most viewers read it: a suite for each run with a case for each of its
 * steps and unrun blocks, and a suite of pages with a case for each page that has findings of its own.
 * Only a step that passed is a pass; one that was only checked is skipped and says why.
 */
export function renderJunit(report: Report): string {
  const suites = [
    ...pageSuite(report),
    ...report.runs.map((run) => runSuite(run, report.findings)),
    ...variationSuites(report),
  ]
  const sum = (key: keyof Counts) => suites.reduce((total, { counts }) => total + counts[key], 0)
  return renderXml({
    name: 'testsuites',
    attributes: {
      name: report.command,
      tests: sum('tests'),
      failures: sum('failures'),
      errors: sum('errors'),
      time: seconds(suites.reduce((total, { milliseconds }) => total + milliseconds, 0)),
    },
    children: suites.map(({ xml }) => xml),
  })
}

interface Counts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

interface Suite {
  xml: Xml
  counts: Counts
  milliseconds: number
}

/** Of each runbook, a case for each of its variations. What its findings tell is with the pages. */
function variationSuites({ variations }: Report): Suite[] {
  const byRunbook = Map.groupBy(variations?.runs ?? [], ({ runbook }) => runbook)
  return [...byRunbook].map(([runbook, runs]) => suiteOf(`${runbook} variations`, runs.map(variationCase)))
}

function variationCase(run: VariationReport): Xml {
  const { runbook, procedure, number, status, reason, exception, durationMs } = run
  const changes = changesOf(run)
  const kind = FAILED.has(status) ? 'failure' : status === 'interrupted' ? 'error' : 'skipped'
  const passes = status === 'passed' && exception === undefined
  const child =
    exception !== undefined || kind === 'skipped'
      ? { name: 'skipped', text: exception ?? reason ?? status }
      : { name: kind, attributes: { type: status, message: changes } }
  return {
    name: 'testcase',
    attributes: { name: `${procedure} ${number}: ${changes}`, classname: runbook, time: seconds(durationMs), status },
    children: passes ? [] : [child],
  }
}

const FAILED: ReadonlySet<StepStatus> = new Set(['failed', 'timed-out'])

function suiteOf(name: string, cases: readonly Xml[], run?: RunReport): Suite {
  const having = (child: string) => cases.filter(({ children }) => children?.some((one) => one.name === child)).length
  const counts = {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
  }
  const milliseconds = run?.durationMs ?? 0
  const timestamp = run?.startedAt.replace(/\.\d+Z$|Z$/, '')
  const attributes = { name, ...counts, time: seconds(milliseconds), timestamp }
  const children = [...(run ? [properties(run)] : []), ...cases]
  return { xml: { name: 'testsuite', attributes, children }, counts, milliseconds }
}

function properties({ shell, hash, live, reused }: RunReport): Xml {
  const values = { fixture: shell, page: hash, live: String(live), reused: String(reused === true) }
  return {
    name: 'properties',
    children: Object.entries(values).map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
  }
}

/** Findings that no step of a run has told. */
function pageSuite({ findings, runs, command }: Report): Suite[] {
  const told = new Set(runs.flatMap((run) => run.steps.flatMap((step) => findingsOf(step, run, findings))))
  const byFile = Map.groupBy(
    findings.filter((finding) => !told.has(finding)),
    ({ file }) => file,
  )
  if (byFile.size === 0)
    return command === 'verify' ? [suiteOf('pages', [{ name: 'testcase', attributes: WHOLE }])] : []
  return [suiteOf('pages', [...byFile].map(pageCase))]
}

const WHOLE = { name: 'pages', classname: 'pages' }

function pageCase([file, findings]: [string, FindingReport[]]): Xml {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  return {
    name: 'testcase',
    attributes: { name: file, classname: 'pages' },
    children: [
      ...errors.map(failure),
      ...(warnings.length > 0 ? [{ name: 'system-out', text: warnings.map(told).join('\n\n') }] : []),
    ],
  }
}

const failure = (finding: FindingReport): Xml => ({
  name: 'failure',
  attributes: { type: finding.code, message: finding.message.split('\n')[0] },
  text: told(finding),
})

const told = ({ file, line, column, code, message, hint }: FindingReport) =>
  [`${file}:${line}:${column} ${code}`, message, ...(hint ? [hint] : [])].join('\n')

function runSuite(run: RunReport, findings: readonly FindingReport[]): Suite {
  const steps = run.steps.map((step) => stepCase(step, run, findingsOf(step, run, findings)))
  const checked = run.checked.map(({ file, line, reason }) => ({
    name: 'testcase',
    attributes: { name: `${file}:${line}`, classname: run.id, status: 'checked' },
    children: [{ name: 'skipped', text: reason }],
  }))
  return suiteOf(run.id, [...steps, ...checked], run)
}

function stepCase(step: StepReport, run: RunReport, findings: readonly FindingReport[]): Xml {
  const { id, status, evidence, durationMs, file, line, output, reason } = step
  const told = [
    `${file}:${line}`,
    `evidence: ${evidence}`,
    ...(reason ? [reason] : []),
    ...(output ? ['', output] : []),
  ]
  return {
    name: 'testcase',
    attributes: {
      name: id,
      classname: isOne(run) ? run.id : `${run.id}.${step.procedure}`,
      time: seconds(durationMs),
      status: evidence,
    },
    children: [
      ...outcome(step, findings),
      ...(status === 'skipped' ? [] : [{ name: 'system-out', text: told.join('\n') }]),
    ],
  }
}

/** Whether the steps are all of one procedure. */
const isOne = ({ steps }: RunReport) => new Set(steps.map(({ procedure }) => procedure)).size <= 1

function outcome({ status, reason, evidence }: StepReport, findings: readonly FindingReport[]): Xml[] {
  if (status === 'passed') return []
  if (status === 'skipped') return [{ name: 'skipped', text: [evidence, reason].filter(Boolean).join(': ') }]
  const kind = status === 'failed' || status === 'timed-out' ? 'failure' : 'error'
  if (findings.length === 0) return [{ name: kind, attributes: { type: status, message: reason ?? status } }]
  return findings.map((finding) => ({ ...failure(finding), name: kind }))
}

/** The finding of a step stands on its block's lines: from its fence to before the next step. */
function findingsOf(step: StepReport, { steps }: RunReport, findings: readonly FindingReport[]): FindingReport[] {
  if (step.status === 'passed' || step.status === 'skipped') return []
  const lines = steps.map(({ line }) => line).filter((line) => line > step.line)
  const end = Math.min(...lines, Number.POSITIVE_INFINITY)
  return findings.filter(
    ({ code, file, line }) => code.startsWith('STEP_') && file === step.file && line >= step.line && line < end,
  )
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3)
