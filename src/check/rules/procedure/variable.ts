import { SYSTEM_VARIABLES } from '#check/page/system-variables.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook, placeIn, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { namesExpected } from '#schema/expectation.ts'
import type { Place } from '#schema/place.ts'

export const procedureVariable = defineFinding({
  code: 'PROCEDURE_VARIABLE',
  severity: 'error',
  es: {
    message:
      'En el procedimiento «{id}», nada da valor a {name}: se lo da el paso «{maker}», que no es de ese procedimiento o viene después.',
    hint: 'Añade «{maker}» al procedimiento, averigua el valor en él o declara un parámetro: cada procedimiento empieza en una terminal nueva.',
    why: 'Cada procedimiento se ejecuta por separado, en una terminal nueva, quizá semanas después: lo que otro guardó en una variable ya no está.',
  },
  en: {
    message:
      'In the procedure `{id}` nothing gives {name} a value: step "{maker}" does, which is not of that procedure, or comes later.',
    hint: 'Add "{maker}" to the procedure, find the value out within it, or declare a parameter: each procedure starts in a new terminal.',
    why: 'Each procedure is run on its own, in a new terminal, perhaps weeks later: what another one kept in a variable is gone.',
  },
  of: 'procedures',
  wrong: [
    '- { id: find, title: Buscar, when: Antes, steps: find }',
    '- { id: look, title: Mirar, when: Después, steps: look }',
    '=====',
    '```bash step=find effect=read capture=ACCOUNT',
    'ACCOUNT=$(gcloud config get-value account)',
    '```',
    '',
    '```bash step=look effect=read',
    'gcloud projects list --account="$ACCOUNT"',
    '```',
  ],
  right: [
    '- { id: find, title: Buscar, when: Antes, steps: find }',
    '- { id: look, title: Mirar, when: Después, steps: find..look }',
    '=====',
    '```bash step=find effect=read capture=ACCOUNT',
    'ACCOUNT=$(gcloud config get-value account)',
    '```',
    '',
    '```bash step=look effect=read',
    'gcloud projects list --account="$ACCOUNT"',
    '```',
  ],
})

/**
 * Variables a step reads, or an expected output names, that another step of the page sets but none
 * of the procedure before it: each procedure starts in a new terminal. What no step sets
 * is undeclared, which is another finding.
 */
export const variablesMade = pageRule([procedureVariable], ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const makers = makersOf(page)
  return proceduresOf(page).flatMap((procedure) => unset(page, procedure, makers))
})

/** The first step that sets each variable. */
function makersOf(page: Runbook): ReadonlyMap<string, string> {
  const makers = new Map<string, string>()
  for (const { script, fence } of stepsOf(page))
    for (const { name } of script.writes) if (!makers.has(name)) makers.set(name, fence.step)
  return makers
}

function unset(page: Runbook, { id, steps }: PageProcedure, makers: ReadonlyMap<string, string>): Finding[] {
  const known = new Set([...Object.keys(page.header.parameters), ...SYSTEM_VARIABLES])
  const told = new Set<string>()
  return stepsOf(page)
    .filter(({ fence }) => steps.includes(fence.step))
    .flatMap((step) => {
      const here = new Set(step.script.writes.map(({ name }) => name))
      const lacking = readsOf(page, step).filter(({ name }) => !known.has(name) && !here.has(name) && !told.has(name))
      for (const name of here) known.add(name)
      return lacking.flatMap(({ name, place }): Finding[] => {
        const maker = makers.get(name)
        if (maker === undefined || told.has(name)) return []
        told.add(name)
        return [procedureVariable.at(place, { id, name, maker })]
      })
    })
}

interface Read {
  name: string
  place: Place
}

function readsOf(page: Runbook, step: StepBlock): Read[] {
  const inText = step.script.reads
    .filter(({ guarded }) => !guarded)
    .map(({ name, start, end }) => ({ name, place: placeIn(page, step, start, end) }))
  const expected = step.expect.flatMap(({ text, place }) => namesExpected(text).map(({ name }) => ({ name, place })))
  return [...inText, ...expected]
}
