import { reportFinding } from '#catalogue/catalogue.ts'
import { outsideFindings, splitTargets } from '#knowledge/external-documents.ts'
import type { Report } from '#schema/report.ts'
import { usageError } from '../terminal/options.ts'
import { writeVerification } from '../terminal/reports.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { exitOfVerify } from './exit.ts'
import type { VerifyOptions } from './options.ts'
import { showFixes, withoutFixes } from './show-fixes.ts'

/** Documents outside the knowledge base: what can be found without running them. Undefined when no path was given. */
export async function verifyPaths(options: VerifyOptions, terminal: Terminal): Promise<number | undefined> {
  const { ids, paths } = splitTargets(options.ids)
  if (paths.length === 0) return undefined
  if (!options.static || ids.length > 0) throw pathsAreStatic(ids)
  const fixed = options.fix ? await fixFirst(paths, terminal) : undefined
  const found = (await outsideFindings(paths)).map((one) => reportFinding(one, terminal.locale))
  const findings = fixed ? withoutFixes(found) : found
  const invalid = findings.some(({ severity }) => severity === 'error')
  const exitCode = exitOfVerify({ invalid, interrupted: terminal.signal.aborted, runs: [], shortfalls: [] })
  const { locale } = terminal
  const report: Report = { version: 1, command: 'verify', locale, exitCode, findings, runs: [], ...fixed }
  await writeVerification(report, { requests: options.reports, terminal, root: terminal.directory })
  return exitCode
}

async function fixFirst(paths: readonly string[], terminal: Terminal): Promise<Pick<Report, 'mended'>> {
  const { fixOutside } = await import('#knowledge/fix/external.ts')
  const fixes = await fixOutside(paths, terminal)
  showFixes(fixes, terminal)
  return { mended: fixes.made }
}

/** Wrong usage: a document outside the knowledge base never runs, and ids are of pages in it. */
const pathsAreStatic = (ids: readonly string[]) =>
  ids.length > 0
    ? usageError({ es: `«${ids[0]}» no es una ruta que exista.`, en: `"${ids[0]}" is no path that exists.` })
    : usageError(
        { es: 'Un documento de fuera no se puede ejecutar.', en: 'A document from outside cannot be run.' },
        { es: 'Añade --static.', en: 'Add --static.' },
      )
