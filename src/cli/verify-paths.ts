import { reportFinding } from '#finding/finding.ts'
import type { Report } from '#schema/report.ts'
import { tellMended, withoutFixes } from './mend/tell.ts'
import { pathsAreStatic, plainFindings, splitTargets } from './plain-pages.ts'
import { writeVerification } from './reports.ts'
import type { Terminal } from './run-cli.ts'
import { exitOfVerify } from './verify-exit.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Documents outside the knowledge base: what can be told without running them. Undefined when no path was given. */
export async function verifyPaths(options: VerifyOptions, terminal: Terminal): Promise<number | undefined> {
  const { ids, paths } = splitTargets(options.ids)
  if (paths.length === 0) return undefined
  if (!options.static || ids.length > 0) throw pathsAreStatic(ids)
  const mended = options.fix ? await mendFirst(paths, terminal) : undefined
  const found = (await plainFindings(paths)).map((one) => reportFinding(one, terminal.locale))
  const findings = mended ? withoutFixes(found) : found
  const invalid = findings.some(({ severity }) => severity === 'error')
  const exitCode = exitOfVerify({ invalid, interrupted: terminal.signal.aborted, runs: [], shortfalls: [] })
  const { locale } = terminal
  const report: Report = { version: 1, command: 'verify', locale, exitCode, findings, runs: [], ...mended }
  await writeVerification(report, { requests: options.reports, terminal, root: terminal.directory })
  return exitCode
}

async function mendFirst(paths: readonly string[], terminal: Terminal): Promise<Pick<Report, 'mended'>> {
  const { mendPaths } = await import('./mend/paths.ts')
  const told = await mendPaths(paths, terminal)
  tellMended(told, terminal)
  return { mended: told.mended }
}
