import type { EffectVerb } from './effect.ts'
import type { Locale, Localized } from './locale.ts'
import type { Evidence, ShellName, StepStatus } from './status.ts'

/** A word in both languages for each name of a closed vocabulary. */
export type WordsFor<Name extends string> = Readonly<Record<Name, Localized>>

/** How a step or a run ended, for people. */
export const STATUS_WORDS: WordsFor<StepStatus> = {
  passed: { es: 'superado', en: 'passed' },
  failed: { es: 'fallido', en: 'failed' },
  'timed-out': { es: 'tiempo agotado', en: 'timed out' },
  skipped: { es: 'omitido', en: 'skipped' },
  interrupted: { es: 'interrumpido', en: 'interrupted' },
  'not-checkable': { es: 'no comprobable', en: 'not checkable' },
}

/** The evidence of a step, for people. */
export const EVIDENCE_WORDS: WordsFor<Evidence> = {
  executed: { es: 'ejecutado', en: 'executed' },
  emulated: { es: 'emulado', en: 'emulated' },
  checked: { es: 'comprobado', en: 'checked' },
  'not-checkable': { es: 'no comprobable aquí', en: 'not checkable here' },
  none: { es: 'sin evidencia', en: 'no evidence' },
}

/** What a step does to the world, for people. */
export const VERB_WORDS: WordsFor<EffectVerb> = {
  read: { es: 'lee', en: 'reads' },
  create: { es: 'crea', en: 'creates' },
  update: { es: 'cambia', en: 'changes' },
  delete: { es: 'borra', en: 'deletes' },
}

/** Where steps ran, for people. */
export const SHELL_WORDS: WordsFor<ShellName> = {
  host: { es: 'esta máquina', en: 'this machine' },
  docker: { es: 'entorno Docker', en: 'Docker fixture' },
  embedded: { es: 'entorno integrado', en: 'embedded fixture' },
}

/** The words of one language. */
export const inLocale = <Name extends string>(words: WordsFor<Name>, locale: Locale): Record<Name, string> =>
  Object.fromEntries(Object.entries<Localized>(words).map(([name, word]) => [name, word[locale]])) as Record<
    Name,
    string
  >
