import { EXIT } from '#finding/error.ts'
import { type PastRun, pastRuns } from '#run/journal/past-run.ts'
import { runNamed } from '../runbook/live/choose-run.ts'
import { journalsOf } from '../runbook/live/run-store.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON, REPORT } from '../terminal/option-table.ts'
import { readCommandLine, usageError } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** `pnpm runs [show|report|undo RUN]`: the live runs there were, and what became of them. Resolves to the exit status. */
export async function runs(terminal: Terminal): Promise<number> {
  const given = readCommandLine(RUNS, terminal)
  if (!given) return EXIT.passed
  const { values, positionals } = given
  const [name, run, extra] = positionals
  const past = pastRuns(journalsOf(terminal))
  if (name === undefined) return list(past, values.json, terminal)
  if (!isName(name) || run === undefined || extra !== undefined) throw usageError(RUNS.usage)
  return ACTIONS[name]({ run: runNamed(past, run), past, options: values, terminal })
}

interface Action {
  run: PastRun
  past: readonly PastRun[]
  options: { report: readonly string[]; yes: boolean; 'yes-delete': boolean }
  terminal: Terminal
}

/** What can be done with a run. */
const ACTIONS = {
  show: async ({ run, past, terminal }: Action) => (await import('./show.ts')).showRun(run, past, terminal),
  report: async ({ run, options, terminal }: Action) =>
    (await import('./report.ts')).reportRun(run, options.report, terminal),
  undo: async ({ run, past, options, terminal }: Action) => {
    const confirmed = { yes: options.yes, yesDelete: options['yes-delete'] }
    return (await import('./undo.ts')).undoRun(run, { past, confirmed, terminal })
  },
} as const

const isName = (name: string): name is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, name)

async function list(past: readonly PastRun[], json: boolean, terminal: Terminal): Promise<number> {
  const { runList, runListJson } = await import('./list.ts')
  terminal.out.write(`${json ? await runListJson(past) : await runList(past, terminal)}\n`)
  return EXIT.passed
}

/** `pnpm runs` as its help describes it. */
export const RUNS = {
  usage: {
    es: `Uso:
  pnpm runs                          lista las ejecuciones reales, la última al final
  pnpm runs show <ejecución>         qué hizo, en qué quedó y cómo sigue
  pnpm runs report <ejecución>       su informe, en cualquier formato
  pnpm runs undo <ejecución>         deshace lo que hizo, con el procedimiento que dice la página
Basta con el principio del nombre de una ejecución, si ninguna otra empieza así.`,
    en: `Usage:
  pnpm runs                          lists the live runs, the last one at the end
  pnpm runs show <run>               what it did, how it ended and how to go on
  pnpm runs report <run>             its report, in any format
  pnpm runs undo <run>               undoes what it did, with the procedure the page names
The beginning of a run's name will do, if no other begins like it.`,
  },
  options: {
    json: { words: { es: 'la lista, para un programa', en: 'the list, for a program' } },
    report: REPORT,
    yes: {
      words: { es: 'confirma los cambios de antemano, al deshacer', en: 'confirms changes beforehand, when undoing' },
    },
    'yes-delete': {
      words: {
        es: 'confirma los borrados de antemano, al deshacer',
        en: 'confirms deletions beforehand, when undoing',
      },
    },
    ...COMMON,
  },
  notes: {
    es: 'Estado de salida: 0 hecho · 2 uso incorrecto, o no hay tal ejecución · al deshacer, los de pnpm runbook',
    en: 'Exit status: 0 done · 2 wrong usage, or no such run · when undoing, those of pnpm runbook',
  },
} as const satisfies Command
