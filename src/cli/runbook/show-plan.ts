import { showControls } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import type { PlanItem } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { ShownPlan } from './plan.ts'

/** A plan for people: inputs and where they come from, those that will be asked for, and each step's text as bash will get it. Runs nothing. */
export function renderPlan({ plan, asked }: ShownPlan, terminal: Terminal): string {
  const { paint } = terminal.out
  return [
    `${paint('bold', plan.script.id)}  ${plan.script.title[terminal.locale]}`,
    inputTable({ plan, asked }, terminal),
    ...plan.procedures.flatMap(({ procedure, items }) => [
      ...(plan.script.procedures.length > 1
        ? [paint('bold', `${procedure.id}: ${procedure.title[terminal.locale]}`)]
        : []),
      ...items.map((item) => renderItem(item, terminal)),
    ]),
  ].join('\n\n')
}

function inputTable({ plan, asked }: ShownPlan, { words, out }: Terminal): string {
  const given = Object.entries(plan.inputs).map(([name, { value, source, secret }]) => [
    name,
    secret ? '***' : showControls(value),
    words.source[source],
  ])
  const rows = [...given, ...asked.map((name) => [name, '', words.source.asked])]
  return renderTable([words.columns.input, words.columns.value, words.columns.source], rows, out.paint)
}

function renderItem(item: PlanItem, { locale, words, out }: Terminal): string {
  const { paint } = out
  if (item.kind === 'file') return `${paint('cyan', `+ ${words.file} ${item.path}`)}`
  const notes = [words.verb[item.effect], item.skip && words.reason[item.skip], item.manual?.[locale]].filter(Boolean)
  const head = `${paint(['cyan', 'bold'], item.id)}  ${item.title[locale]}  ${paint('dim', `(${notes.join('; ')})`)}`
  return [
    head,
    ...stepText(item)
      .split('\n')
      .map((line) => `    ${line}`),
  ].join('\n')
}
