import type { Asker } from '#run/context.ts'
import type { Locale } from '#schema/locale.ts'
import type { PlannedStep } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import { askTyped, askYes } from '../../terminal/prompt.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface AskerOptions {
  terminal: Terminal
  /** Changes were confirmed beforehand. */
  yes: boolean
  /** So were deletions. */
  yesDelete: boolean
  /** A step an earlier run started and may have finished: it is never repeated without asking. */
  unknown: string | undefined
}

/** Asks the person at the terminal before changes, deletions and manual steps. */
export function createAsker({ terminal, yes, yesDelete, unknown }: AskerOptions): Asker {
  const show = (step: PlannedStep) => {
    const text = stepText(step)
      .split('\n')
      .map((line) => `    ${line}`)
    terminal.out.write(`\n${terminal.out.paint('bold', step.id)}  ${step.title[terminal.locale]}\n${text.join('\n')}\n`)
  }
  return {
    async confirm(step, reason) {
      if (step.id === unknown && step.effect !== 'read') return confirmRepeat(step, show, terminal)
      if (reason === 'delete' ? yesDelete : yes) return true
      show(step)
      if (reason === 'delete') return askTyped(step.id, DELETES[terminal.locale](step.id), terminal)
      return askYes(QUESTIONS[reason][terminal.locale], terminal)
    },
    async manual(step) {
      show(step)
      terminal.out.write(`  ${step.manual?.[terminal.locale] ?? ''}\n`)
      return askYes(DONE[terminal.locale], terminal)
    },
  }
}

async function confirmRepeat(
  step: PlannedStep,
  show: (step: PlannedStep) => void,
  terminal: Terminal,
): Promise<boolean> {
  show(step)
  return terminal.interactive && askYes(REPEAT[terminal.locale], terminal)
}

const QUESTIONS = {
  'first-change': { es: 'A partir de aquí hay cambios. ¿Sigo?', en: 'From here on there are changes. Go on?' },
  confirm: { es: '¿Ejecuto este paso?', en: 'Run this step?' },
} as const satisfies Record<string, Record<Locale, string>>

/** A key struck in the wrong window must not delete. */
const DELETES = {
  es: (id: string) => `Este paso borra. Para ejecutarlo, escribe ${id}: `,
  en: (id: string) => `This step deletes. To run it, type ${id}: `,
}

const DONE = { es: '¿Hecho?', en: 'Done?' }
const REPEAT = {
  es: 'La última vez este paso empezó y no se sabe si terminó. Compruébalo antes. ¿Lo repito?',
  en: 'Last time this step started and may have finished. Check first. Run it again?',
}
