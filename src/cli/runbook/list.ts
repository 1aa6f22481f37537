import { pathToFileURL } from 'node:url'
import { inRoot, RUNBOOKS } from '#knowledge/paths.ts'
import { currentHash, scriptIds } from '#knowledge/scripts/load.ts'
import { renderTable } from '#report/table.ts'
import type { Locale } from '#schema/locale.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import { isSecret } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** The list of runbooks: id, title, system, procedures and when each was last verified. */
export async function runbookList({ locale, words, out }: Terminal): Promise<string> {
  const verified = await lastVerified()
  const rows = await Promise.all(
    (await allScripts()).map(async (script) => {
      const run = verified.get(script.id)
      const fresh = run?.hash === (await currentHash(script))
      const when = run
        ? fresh
          ? `${run.startedAt.slice(0, 10)} (${words.shell[run.shell]})`
          : words.stale
        : words.never
      return [script.id, script.title[locale], script.system, procedureNames(script), when]
    }),
  )
  const { columns } = words
  const head = [columns.id, columns.title, columns.system, columns.procedures, columns.verified]
  return `${renderTable(head, rows, out.paint)}\n\n${LIST_HINT[locale]}`
}

/** Those a person would name: the only one of a runbook needs no name. */
const procedureNames = ({ procedures }: RunbookScript) =>
  procedures.length > 1 ? procedures.map(({ id }) => id).join(', ') : ''

const LIST_HINT = {
  es: 'Pruébalo sin riesgo: pnpm runbook <id> --dry-run     Opciones: pnpm runbook <id> --help',
  en: 'Try it at no risk: pnpm runbook <id> --dry-run     Options: pnpm runbook <id> --help',
}

/** A runbook as `pnpm runbook --json` gives it to scripts of others: part of the command line's contract. */
export interface ListedRunbook {
  id: string
  system: string
  title: string
  procedures: {
    id: string
    title: string
    when: string
    steps: readonly string[]
    symptoms: readonly string[]
    /** How long it takes, what it interrupts and when to stop; null where its page does not say. */
    takes: string | null
    interrupts: string | null
    stop: string | null
  }[]
  /** Whom to tell, when, and within which time, `15m`. */
  escalation: { when: string; within: string | null; role: string; how: string }[]
  parameters: {
    name: string
    flag: string
    type: string
    example: string
    default: string | null
    secret: boolean
  }[]
}

/** The same list as JSON, in one language. */
export async function runbookListJson({ locale }: Pick<Terminal, 'locale'>): Promise<string> {
  return JSON.stringify(
    (await allScripts()).map((script) => listed(script, locale)),
    undefined,
    2,
  )
}

function listed(
  { id, system, title, procedures, escalation = [], parameters }: RunbookScript,
  locale: Locale,
): ListedRunbook {
  return {
    id,
    system,
    title: title[locale],
    procedures: procedures.map((one) => ({
      id: one.id,
      title: one.title[locale],
      when: one.when[locale],
      steps: one.steps,
      symptoms: one.symptoms?.[locale] ?? [],
      takes: one.takes?.[locale] ?? null,
      interrupts: one.interrupts?.[locale] ?? null,
      stop: one.stop?.[locale] ?? null,
    })),
    escalation: escalation.map(({ when, within = null, role, how }) => ({
      when: when[locale],
      within,
      role: role[locale],
      how: how[locale],
    })),
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      flag: flagOf(name),
      type: parameter.type,
      example: parameter.example,
      default: parameter.default ?? null,
      secret: isSecret(parameter),
    })),
  }
}

/** Every runbook there is, by its id. */
export async function allScripts(): Promise<RunbookScript[]> {
  const ids = await scriptIds()
  return Promise.all(
    ids.map(async (id) => {
      const module: { default: RunbookScript } = await import(pathToFileURL(inRoot(RUNBOOKS, `${id}.ts`)).href)
      return module.default
    }),
  )
}

/** Passed runs of the last verification, by runbook. Loaded here: the list for scripts does without. */
async function lastVerified(): Promise<Map<string, RunReport>> {
  const { evidenceRuns } = await import('#knowledge/evidence/file.ts')
  return new Map(evidenceRuns().flatMap((run) => (run.status === 'passed' ? [[run.id, run] as const] : [])))
}
