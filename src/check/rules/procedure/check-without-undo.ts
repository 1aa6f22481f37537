import { pageRule } from '#check/rule.ts'
import { isRunbook, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { own } from './undo-steps.ts'

export const procedureCheckWithoutUndo = defineFinding({
  code: 'PROCEDURE_CHECK_WITHOUT_UNDO',
  severity: 'error',
  es: {
    message:
      'El procedimiento «{id}» comprueba con «{step}» lo que deja el paso «{undo}», y no lo ejecuta: nunca puede salir bien.',
    hint: 'Pon los dos en el mismo procedimiento.',
    why: 'Una comprobación que va detrás de una vuelta atrás mira lo que esta deja. Sin ella, el procedimiento acaba en rojo aunque todo haya ido bien.',
  },
  en: {
    message:
      'The procedure `{id}` checks with "{step}" what step "{undo}" leaves, and does not run that one: it can never pass.',
    hint: 'Put both in the same procedure.',
    why: 'A check that stands after a step back looks at what that leaves. Without it the procedure ends red although all went well.',
  },
  of: 'procedures',
  wrong: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: [deploy, check-gone], undo: go-back }',
    '- { id: go-back, title: Volver atrás, when: Si falla, steps: remove..check-gone, undo: deploy }',
    '=====',
    '```bash step=deploy effect=create',
    'gcloud artifacts repositories create shop --repository-format=docker --location="$REGION"',
    '```',
    '',
    '```bash step=remove effect=delete undoes=deploy',
    'gcloud artifacts repositories delete shop --location="$REGION" --quiet',
    '```',
    '',
    '```bash step=check-gone effect=read',
    'gcloud artifacts repositories list --location="$REGION"',
    '```',
  ],
  right: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy..check, undo: go-back }',
    '- { id: go-back, title: Volver atrás, when: Si falla, steps: remove..check-gone, undo: deploy }',
    '=====',
    '```bash step=deploy effect=create',
    'gcloud artifacts repositories create shop --repository-format=docker --location="$REGION"',
    '```',
    '',
    '```bash step=check effect=read',
    'gcloud artifacts repositories describe shop --location="$REGION"',
    '```',
    '',
    '```bash step=remove effect=delete undoes=deploy',
    'gcloud artifacts repositories delete shop --location="$REGION" --quiet',
    '```',
    '',
    '```bash step=check-gone effect=read',
    'gcloud artifacts repositories list --location="$REGION"',
    '```',
  ],
})

/**
 * Checks of a procedure that stand after a step which undoes another, in the same section of the page, where
 * the procedure does not run that step. What every procedure looks at last has a section of its own.
 */
export const checkWithoutUndo = pageRule([procedureCheckWithoutUndo], ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const all = stepsOf(page)
  return proceduresOf(page).flatMap((procedure) =>
    own(page, procedure).flatMap((step): Finding[] => {
      const undo = step.fence.effect === 'read' ? lastChange(all.slice(0, all.indexOf(step))) : undefined
      if (!undo?.fence.undoes || procedure.steps.includes(undo.fence.step)) return []
      if (!procedure.steps.includes(undo.fence.undoes) || sectionAt(page, step) !== sectionAt(page, undo)) return []
      const data = { id: procedure.id, step: step.fence.step, undo: undo.fence.step }
      return [procedureCheckWithoutUndo.at(step.keys.get('step') ?? step.place, data)]
    }),
  )
})

/** The heading of the section, with all its subsections, that a step stands in. */
const sectionAt = ({ headings }: Runbook, { place }: StepBlock) =>
  headings.findLast((heading) => heading.depth <= 2 && heading.place.start.line < place.start.line)

const lastChange = (steps: readonly StepBlock[]) => steps.findLast(({ fence }) => fence.effect !== 'read')
