import type { ExpectationMode } from '#schema/fence.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import { EVIDENCE_WORDS, STATUS_WORDS, type WordsFor } from '#schema/words.ts'
import type { BadgeKind } from './evidence.ts'

/** Texts of the site that Starlight does not have. `{name}` stands for a value. */
export const TEXTS = {
  step: { es: 'Paso', en: 'Step' },
  steps: { es: 'Pasos', en: 'Steps' },
  system: { es: 'Sistema', en: 'System' },
  verification: { es: 'Última verificación', en: 'Last verification' },
  notVerified: {
    es: 'Sin verificar todavía. Los bloques aún no llevan evidencia.',
    en: 'Not verified yet. Blocks carry no evidence so far.',
  },
  staleRun: {
    es: 'La página ha cambiado desde esta verificación: su evidencia es de una versión anterior.',
    en: 'The page has changed since this verification: its evidence belongs to an earlier version.',
  },
  staleWorld: {
    es: 'Desde esta verificación ha cambiado aquello con lo que se ejecutó: el entorno, los emuladores, su gramática o el mundo de partida.',
    en: 'What it was run with has changed since this verification: the environment, the emulators, their grammar or the seed world.',
  },
  transcript: { es: 'Salida real, {date} ({badge})', en: 'Real output, {date} ({badge})' },
  openTranscript: { es: 'Abrir la salida', en: 'Open the output' },
  staleBadge: { es: '{badge}, versión anterior', en: '{badge}, earlier version' },
  badgeTitle: { es: '{meaning} {date}, {shell}.', en: '{meaning} {date}, {shell}.' },
  dryRun: { es: 'Ensayar sin tocar nada real', en: 'Try it without touching anything real' },
  liveRun: { es: 'Ejecutar de verdad', en: 'Run it for real' },
  dryRunAll: {
    es: 'Ensayar todos los procedimientos, uno tras otro, sin tocar nada real',
    en: 'Try all the procedures, one after another, without touching anything real',
  },
  procedures: { es: 'Procedimientos', en: 'Procedures' },
  symptoms: { es: 'Síntomas', en: 'Symptoms' },
  interrupts: { es: 'Interrumpe', en: 'Interrupts' },
  takes: { es: 'Tarda', en: 'Takes' },
  stop: { es: 'Cuándo parar', en: 'When to stop' },
  instead: { es: 'Cuándo no usarlo', en: 'When not to use it' },
  escalation: { es: 'A quién avisar', en: 'Whom to tell' },
  interruptsNothing: { es: 'nada', en: 'nothing' },
  undoneBy: { es: 'Lo deshace', en: 'Undone by' },
  undoneByNone: { es: 'Ningún procedimiento lo deshace', en: 'No procedure undoes it' },
  reproduce: {
    es: 'Reproducirlo en el entorno aislado, el único sitio donde estos pasos se ejecutan',
    en: 'Reproduce it in the sealed environment, the only place where these steps run',
  },
  parameters: { es: 'Parámetros', en: 'Parameters' },
  parameterName: { es: 'Variable', en: 'Variable' },
  parameterFlag: { es: 'Opción', en: 'Flag' },
  parameterMeaning: { es: 'Qué es', en: 'What it is' },
  parameterType: { es: 'Tipo', en: 'Type' },
  parameterExample: { es: 'Ejemplo', en: 'Example' },
  parameterDefault: { es: 'Por defecto', en: 'Default' },
  noDefault: { es: 'obligatorio', en: 'required' },
  secretMark: { es: 'secreto', en: 'secret' },
  fillIn: { es: 'Rellenar valores', en: 'Fill in values' },
  fillInHelp: {
    es: 'Escribe tus valores una vez y los verás en cada comando de la página, que se copia tal como lo ves. Se quedan en esta pestaña: nada se envía. Pega primero esto en tu terminal: da valor a lo que siga como variable y a lo que los programas leen del entorno.',
    en: 'Type your values once and you will see them in every command on the page, and copy each command as you see it. They stay in this tab: nothing is sent. Paste this into your terminal first: it sets what still shows as a variable and what programs read from the environment.',
  },
  fillInSecrets: {
    es: 'Los secretos no se escriben aquí: la terminal te los pide sin mostrarlos.',
    en: 'Secrets are not typed here: the terminal asks for them without showing them.',
  },
  fillInEmpty: { es: '# Aún no has escrito ningún valor', en: '# You have not typed any value yet' },
  copy: { es: 'Copiar', en: 'Copy' },
  copied: { es: 'Copiado', en: 'Copied' },
  clear: { es: 'Borrar valores', en: 'Clear values' },
  timeout: { es: 'máx. {time}', en: 'max. {time}' },
  exit: { es: 'sale con {code}', en: 'exits {code}' },
  confirms: { es: 'pide confirmación', en: 'asks first' },
  background: { es: 'en segundo plano', en: 'in background' },
  undoes: { es: 'deshace', en: 'undoes' },
  manual: { es: 'a mano', en: 'by hand' },
  manualNote: { es: 'Solo puede hacerlo una persona: {reason}', en: 'Only a person can do it: {reason}' },
  checkedNote: { es: 'Se comprueba, no se ejecuta: {reason}', en: 'Checked, not run: {reason}' },
  expected: { es: 'Resultado esperado', en: 'Expected result' },
  runbooks: { es: 'Runbooks', en: 'Runbooks' },
  allRunbooks: { es: 'Todos los runbooks', en: 'All runbooks' },
  allRunbooksLead: {
    es: 'Cada página es un procedimiento que se ejecuta. Están agrupadas por sistema.',
    en: 'Each page is a procedure that runs. They are grouped by system.',
  },
  bySymptom: { es: 'Qué ves y qué ejecutar', en: 'What you see and what to run' },
  bySymptomLead: {
    es: 'Busca el mensaje, la alerta o el código que ves. El enlace lleva a la ficha del procedimiento: cuánto tarda, qué interrumpe y cuándo parar.',
    en: 'Look for the message, the alert or the status code you see. The link leads to the card of the procedure: how long it takes, what it interrupts and when to stop.',
  },
  noRunbooks: { es: 'Todavía no hay runbooks.', en: 'There are no runbooks yet.' },
  stepCount: { es: '{count} pasos', en: '{count} steps' },
  oneStep: { es: '1 paso', en: '1 step' },
  unverified: { es: 'sin verificar', en: 'not verified' },
} as const satisfies Record<string, Localized>

/** What the badge of a step is called. */
export const BADGE_NAMES: WordsFor<BadgeKind> = { ...EVIDENCE_WORDS, failed: STATUS_WORDS.failed }

/** What the badge of a step means, as a sentence. */
export const BADGE_MEANINGS: WordsFor<BadgeKind> = {
  executed: { es: 'Se ejecutó con las herramientas reales.', en: 'It ran with the real tools.' },
  emulated: { es: 'Se ejecutó contra emuladores.', en: 'It ran against emulators.' },
  checked: { es: 'Se analizó, sin ejecutarlo.', en: 'It was analysed, not run.' },
  'not-checkable': {
    es: 'Al entorno le falta algo que este paso necesita.',
    en: 'The fixture lacks what this step needs.',
  },
  failed: { es: 'El paso falló.', en: 'The step failed.' },
  none: { es: 'La verificación no llegó a este paso.', en: 'The verification did not run this step.' },
}

export const COMPARISONS: Readonly<Record<ExpectationMode, Localized>> = {
  whole: { es: 'la salida completa', en: 'the whole output' },
  contains: { es: 'contiene estas líneas, en este orden', en: 'contains these lines, in this order' },
  regex: { es: 'cumple esta expresión regular', en: 'matches this regular expression' },
  json: { es: 'el JSON contiene estos datos', en: 'the JSON contains this data' },
}

/** A text in one language with its `{name}` places filled. */
export function text(localized: Localized, locale: Locale, values: Readonly<Record<string, string | number>> = {}) {
  return localized[locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** The locale of a language tag; Spanish unless it is English. */
export const localeOf = (language: string | undefined): Locale => (language?.startsWith('en') ? 'en' : 'es')

/** A moment as a reader writes it, in UTC: `21 nov 2026, 06:57 UTC`. */
export function formatDate(iso: string, locale: Locale): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'es-ES', options).format(new Date(iso))} UTC`
}
