import { renderTable } from '#report/table.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import type { RunbookScript } from '#schema/script.ts'
import { type Command, renderHelp } from '../terminal/help.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { LIST_OPTIONS } from './option-table.ts'

/** Help of `pnpm runbook`; with a runbook, its parameters and steps too. */
export function runbookHelp(script: RunbookScript | undefined, terminal: Terminal): string {
  const parts = [renderHelp(RUNBOOK, terminal.locale, terminal.out.paint.width)]
  if (script) parts.push(parameterTable(script, terminal), procedureTable(script, terminal), stepList(script, terminal))
  return parts.join('\n\n')
}

function parameterTable({ parameters }: RunbookScript, { locale, words, out }: Terminal): string {
  const { columns, titles } = words
  const rows = Object.entries(parameters).map(([name, { type, label, example, default: value }]) => [
    type === 'secret' ? name : flagOf(name),
    type,
    label[locale],
    value === undefined ? example : `${example} (${words.source.default}: ${value})`,
  ])
  const table = renderTable([columns.flag, columns.type, columns.title, columns.example], rows, out.paint)
  return `${out.paint('bold', titles.inputs)}\n${table}`
}

function procedureTable({ procedures }: RunbookScript, { locale, words, out }: Terminal): string {
  const rows = procedures.map(({ id, title, when, steps }) => [id, title[locale], `${steps.length}`, when[locale]])
  const { columns } = words
  const table = renderTable([columns.id, columns.title, words.titles.steps, columns.when], rows, out.paint)
  return `${out.paint('bold', columns.procedures)}\n${table}`
}

function stepList({ items }: RunbookScript, { locale, words, out }: Terminal): string {
  const rows = items.flatMap((item) =>
    item.kind === 'step' ? [[item.id, words.verb[item.effect], item.title[locale]]] : [],
  )
  const { columns, titles } = words
  return `${out.paint('bold', titles.steps)}\n${renderTable([columns.step, columns.effect, columns.title], rows, out.paint)}`
}

/** `pnpm runbook` as its help describes it. */
export const RUNBOOK: Command = {
  usage: {
    es: `Uso:
  pnpm runbook                                   lista los runbooks
  pnpm runbook <id> [<procedimiento>] --plan     muestra pasos y parámetros; no toca nada
  pnpm runbook <id> [<procedimiento>] --dry-run  lo ejecuta en un entorno sellado; sin procedimiento, todos
  pnpm runbook completion bash|zsh|fish          imprime lo que completa todo esto en la terminal
  pnpm runbook <id> [<procedimiento>]            lo ejecuta de verdad: pregunta, confirma y deja un diario
  --<parámetro> <valor>                          valor de un parámetro de la página; un secreto va en el entorno`,
    en: `Usage:
  pnpm runbook                                   lists the runbooks
  pnpm runbook <id> [<procedure>] --plan         shows steps and parameters; touches nothing
  pnpm runbook <id> [<procedure>] --dry-run      runs it in a sealed fixture; without a procedure, all of them
  pnpm runbook completion bash|zsh|fish          prints what completes all this in a shell
  pnpm runbook <id> [<procedure>]                runs it for real: asks, confirms and keeps a journal
  --<parameter> <value>                          value of a parameter of the page; a secret goes in the environment`,
  },
  options: LIST_OPTIONS,
  notes: {
    es: `Estado de salida: 0 todo superado · 1 falló un paso · 2 uso o valor incorrecto · 3 documento no válido
                  4 sin entorno, sin sitio para el diario u objetivo ocupado · 70 defecto nuestro · 130 interrumpido`,
    en: `Exit status: 0 all passed · 1 a step failed · 2 wrong usage or value · 3 invalid document
             4 no fixture, no room for the journal or target taken · 70 a defect of ours · 130 interrupted`,
  },
}
