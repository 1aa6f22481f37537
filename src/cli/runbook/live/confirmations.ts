import type { Asker } from '#run/context.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import type { PlannedStep } from '#schema/plan.ts'
import { ask, askTyped, askYes, isYes } from '../../terminal/prompt.ts'
import { askDoubt, type DoubtOptions } from './failed-step.ts'

export interface AskerOptions extends DoubtOptions {
  /** Changes were confirmed beforehand. */
  yes: boolean
  /** Deletions were. */
  yesDelete: boolean
  /** What the procedure interrupts, and for whom. */
  interrupts?: Localized | undefined
  /** What bash gets of a step, for people. */
  textOf: (step: PlannedStep) => string
  /** Runs a manual step on the terminal, and resolves to what came of it, for people. */
  runHere: (step: PlannedStep) => Promise<string>
}

/** Asks the person at the terminal before changes, deletions and manual steps, and about steps in doubt. */
export function createAsker(options: AskerOptions): Asker {
  const { terminal, yes, yesDelete, interrupts, textOf, runHere } = options
  const { locale, out } = terminal
  const show = (step: PlannedStep) => {
    out.write(`\n${out.paint('bold', step.id)}  ${step.title[locale]}\n${textOf(step)}\n`)
  }
  return {
    async confirm(step, reason) {
      if (reason === 'delete' ? yesDelete : yes) return true
      show(step)
      if (reason === 'first-change' && interrupts) out.write(`${INTERRUPTS[locale]} ${interrupts[locale]}\n`)
      if (reason === 'delete') return askTyped(step.id, DELETES[locale](step.id), terminal)
      return askYes(QUESTIONS[reason][locale], terminal)
    },
    async manual(step) {
      show(step)
      out.write(`  ${step.manual?.[locale] ?? ''}\n`)
      for (;;) {
        out.write(`  ${out.paint('bold', HERE.key[locale])}  ${HERE.words[locale]}\n`)
        const answer = await ask(`${DONE[locale]} ${HERE.answers[locale]} `, { terminal })
        if (answer.trim().toLowerCase() !== HERE.key[locale]) return isYes(answer)
        out.write(`${await runHere(step)}\n`)
      }
    },
    // Without a person it stops, and a person has the choice when they resume it.
    decide: async (doubt) => (terminal.interactive ? askDoubt(doubt, options) : { kind: 'stop' }),
  }
}

const QUESTIONS = {
  'first-change': { es: 'A partir de aquí hay cambios. ¿Sigo?', en: 'From here on there are changes. Go on?' },
  confirm: { es: '¿Ejecuto este paso?', en: 'Run this step?' },
} as const satisfies Record<string, Record<Locale, string>>

const INTERRUPTS = { es: 'Interrumpe:', en: 'It interrupts:' }

/** A key struck in the wrong window must not delete. */
const DELETES = {
  es: (id: string) => `Este paso borra. Para ejecutarlo, escribe ${id}: `,
  en: (id: string) => `This step deletes. To run it, type ${id}: `,
}

const DONE = { es: '¿Hecho?', en: 'Done?' }

/** A login opens a browser and waits for an answer: it needs the terminal, which steps that are recorded do not have. */
const HERE = {
  key: { es: 'e', en: 'r' },
  words: { es: 'ejecutarlo aquí, en esta terminal', en: 'run it here, on this terminal' },
  answers: { es: '[s/N/e]', en: '[y/N/r]' },
} as const satisfies Record<string, Localized>
