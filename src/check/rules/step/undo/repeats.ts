import { pageRule } from '#check/rule.ts'
import { isRunbook, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const stepUndoRepeats = defineFinding({
  code: 'STEP_UNDO_REPEATS',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message:
      'Hace con otra versión lo que el paso «{maker}», del mismo procedimiento: quien lo ejecuta hace los dos, y lo primero se pierde.',
    hint: 'Si vuelve atrás, ponlo en un procedimiento propio. Si hacen falta los dos, di por qué con allow.',
    why: 'Todo lo que es de un procedimiento se ejecuta, en el ensayo y de verdad. Una vuelta atrás dentro de él quita lo que se acaba de desplegar.',
  },
  en: {
    message:
      'Does with another version what step "{maker}" of the same procedure does: whoever runs it does both, and the first is gone.',
    hint: 'If it goes back, put it in a procedure of its own. If both are needed, say why with allow.',
    why: 'All that is of a procedure runs, in the rehearsal and for real. A step back within it takes away what was just deployed.',
  },
  of: 'procedures',
  wrong: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy..roll-back, irreversible: la versión anterior queda dentro }',
    '=====',
    '```bash step=deploy effect=update',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$IMAGE_TAG"',
    '```',
    '',
    '```bash step=roll-back effect=update undoes=deploy',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$PREVIOUS_TAG"',
    '```',
  ],
  right: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy..check, undo: roll-back }',
    '- { id: roll-back, title: Volver atrás, when: Si falla, steps: roll-back..check-earlier, after: deploy, undo: deploy }',
    '=====',
    '```bash step=deploy effect=update',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$IMAGE_TAG"',
    '```',
    '',
    '```bash step=check effect=read',
    'curl -fsS --max-time 10 https://prod.example.com/health',
    '```',
    '',
    '```bash step=roll-back effect=update undoes=deploy',
    'ssh deploy@prod.example.com /opt/app/deploy.sh "$PREVIOUS_TAG"',
    '```',
    '',
    '```bash step=check-earlier effect=read',
    'curl -fsS --max-time 10 https://prod.example.com/version',
    '```',
  ],
})

/**
 * Steps that put another version where an earlier one of the same procedure put its own: whoever
 * runs the procedure does both, and what the first one did is gone.
 */
export const undoRepeat = pageRule([stepUndoRepeats], ({ page }) => {
  // Incidents are reproduced in a fixture alone.
  if (page.incident || !isRunbook(page)) return []
  const updates = stepsOf(page).filter(({ fence }) => fence.effect === 'update')
  const repeats = proceduresOf(page).flatMap(({ steps }) => {
    const own = updates.filter(({ fence }) => steps.includes(fence.step))
    return own.flatMap((step, index) => {
      const first = own.slice(0, index).find((other) => differsInVersion(page, other, step))
      return first ? [[step, first] as const] : []
    })
  })
  return [...new Map(repeats)].map(
    ([step, first]): Finding => stepUndoRepeats.at(step.place, { maker: first.fence.step }),
  )
})

/** Whether two steps are the same words but for one, which reads a version in both. Another machine or service is another thing. */
function differsInVersion(page: Runbook, one: StepBlock, other: StepBlock): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const different = a.flatMap((word, index) => (word === b[index] ? [] : [word, b[index] ?? '']))
  return a.length === b.length && different.length === 2 && different.every((word) => readsVersion(page, word))
}

const readsVersion = ({ header }: Runbook, word: string): boolean =>
  Object.entries(header.parameters).some(
    ([name, { type }]) => type === 'image-tag' && new RegExp(`\\$\\{?${name}\\b`).test(word),
  )

const wordsOf = ({ text }: StepBlock) => text.trim().split(/\s+/)
