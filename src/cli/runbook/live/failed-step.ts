import { renderFindings } from '#report/findings.ts'
import { STATUS_STYLE } from '#report/style.ts'
import type { Decision, Doubt } from '#run/context.ts'
import type { Localized } from '#schema/locale.ts'
import { ask } from '../../terminal/prompt.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** A way on from a step in doubt. */
type Choice = Decision['kind'] | 'shell'

export interface DoubtOptions {
  terminal: Terminal
  /** Whether something undoes the procedure. */
  undoable: boolean
  /** Opens a shell with what the run has, and resolves when it is left. */
  openShell: () => Promise<void>
}

/** Asks what to do about a step that failed or may have been done, until an answer says what. */
export async function askDoubt(doubt: Doubt, options: DoubtOptions): Promise<Decision> {
  const { terminal, openShell } = options
  showDoubt(doubt, terminal)
  for (;;) {
    const choice = await askChoice(doubt, options)
    if (choice === 'shell') await openShell()
    else if (choice !== 'skipped') return { kind: choice }
    else {
      const reason = (await ask(`${WHY[terminal.locale]} `, { terminal })).trim()
      if (reason !== '') return { kind: 'skipped', reason }
    }
  }
}

function showDoubt(doubt: Doubt, terminal: Terminal): void {
  const { out, words } = terminal
  if (doubt.kind === 'tried') showTried(doubt, terminal)
  else if (doubt.finding) out.write(`\n${renderFindings([doubt.finding], words, out.paint)}\n`)
  else out.write(`\n${out.paint('bold', doubt.step.id)}  ${doubt.report.reason ?? words.status[doubt.report.status]}\n`)
}

function showTried({ step, checks }: Extract<Doubt, { kind: 'tried' }>, { out, words, locale }: Terminal): void {
  out.write(`\n${out.paint('bold', step.id)}  ${TRIED[locale]}\n`)
  for (const check of checks) {
    const { mark, format } = STATUS_STYLE[check.status]
    out.write(`  ${out.paint(format, mark)} ${check.step.id}: ${words.status[check.status]}\n`)
    if (check.finding) out.write(`${renderFindings([check.finding], words, out.paint)}\n`)
  }
}

async function askChoice({ kind }: Doubt, { terminal, undoable }: DoubtOptions): Promise<Choice> {
  const { locale, out } = terminal
  const choices = Object.entries(CHOICES).filter(([choice]) => undoable || choice !== 'roll-back')
  const texts = choices.map(([, { keys, words, again }]) => {
    const text = kind === 'tried' && again ? again[locale] : words[locale]
    return `  ${out.paint('bold', keys[locale])}  ${text}`
  })
  const letters = choices.map(([, { keys }]) => keys[locale])
  for (;;) {
    out.write(`${texts.join('\n')}\n`)
    const answer = (await ask(`${WHAT[locale]} [${letters.join('/')}] `, { terminal })).trim().toLowerCase()
    const found = choices.find(([, { keys }]) => keys[locale] === answer)
    if (found) return found[0] as Choice
  }
}

interface ChoiceWords {
  /** The letter that answers it. */
  keys: Localized
  words: Localized
  /** What it means of a step that did not fail before our eyes. */
  again?: Localized
}

const CHOICES: Readonly<Record<Choice, ChoiceWords>> = {
  run: {
    keys: { es: 'r', en: 'r' },
    words: { es: 'reintentar el paso', en: 'retry the step' },
    again: { es: 'repetir el paso', en: 'run the step again' },
  },
  finished: { keys: { es: 't', en: 'f' }, words: { es: 'terminó bien: seguir', en: 'it finished: go on' } },
  skipped: { keys: { es: 'o', en: 's' }, words: { es: 'omitirlo, con un motivo', en: 'skip it, with a reason' } },
  'roll-back': {
    keys: { es: 'v', en: 'b' },
    words: { es: 'volver atrás: deshacer lo hecho', en: 'roll back what was done' },
  },
  shell: {
    keys: { es: 'c', en: 'h' },
    words: { es: 'abrir una consola con el estado de la ejecución', en: "open a shell with the run's state" },
  },
  stop: { keys: { es: 'p', en: 'q' }, words: { es: 'parar aquí', en: 'stop here' } },
}

const WHAT = { es: '¿Qué hago?', en: 'What now?' }
const WHY = { es: 'Motivo, para el diario:', en: 'Reason, for the journal:' }
const TRIED = {
  es: 'Este paso empezó antes y no se le vio terminar bien. Comprueba primero qué llegó a hacer.',
  en: 'This step started before and was not seen to pass. First check what it did.',
}
