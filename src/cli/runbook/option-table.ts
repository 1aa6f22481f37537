import { COMMON, FIXTURE, type OptionTable, REPORT } from '../terminal/option-table.ts'

const STEP = { es: 'PASO', en: 'STEP' }

/** Options of `pnpm runbook` that do not depend on the runbook. */
export const RUNBOOK_OPTIONS = {
  plan: {
    words: { es: 'muestra pasos y parámetros; no toca nada', en: 'shows steps and parameters; touches nothing' },
  },
  'dry-run': { words: { es: 'ejecuta en un entorno sellado', en: 'executes in a sealed fixture' } },
  fixture: { ...FIXTURE, runs: ['dry-run'] },
  from: {
    value: STEP,
    words: { es: 'desde este paso; lo anterior se prepara', en: 'from this step on; what comes before is prepared' },
  },
  until: { value: STEP, words: { es: 'hasta este paso', en: 'up to this step' } },
  only: {
    value: STEP,
    repeatable: true,
    words: { es: 'solo este paso, o varios separados por comas', en: 'only this step, or several separated by commas' },
  },
  report: REPORT,
  verbose: { short: 'v', words: { es: 'muestra lo que imprime cada paso', en: 'shows what each step prints' } },
  keep: {
    words: { es: 'deja el entorno Docker en pie al acabar', en: 'leaves the Docker fixture up at the end' },
    runs: ['dry-run'],
  },
  yes: {
    words: {
      es: 'confirma los cambios de antemano; no lo que borra ni lo que se hace a mano',
      en: 'confirms changes beforehand; neither deletions nor what is done by hand',
    },
    runs: ['live'],
  },
  'yes-delete': {
    words: { es: 'confirma de antemano lo que borra', en: 'confirms deletions beforehand' },
    runs: ['live'],
  },
  unverified: {
    words: {
      es: 'acepta una página que nadie ensayó como es ahora, aunque borre o toque producción',
      en: 'accepts a page that nobody rehearsed as it is now, though it deletes or touches production',
    },
    runs: ['live'],
  },
  resume: {
    value: { es: 'EJECUCIÓN', en: 'RUN' },
    optional: true,
    words: {
      es: 'sigue donde se detuvo esa ejecución, o la única a medias',
      en: 'goes on where that run stopped, or the only unfinished one',
    },
    runs: ['live'],
  },
  directory: {
    value: { es: 'DIRECTORIO', en: 'DIRECTORY' },
    words: { es: 'dónde empieza; por defecto, donde estás', en: 'where it starts; where you are by default' },
    runs: ['live'],
  },
  ...COMMON,
} as const satisfies OptionTable

/** Those of the list of runbooks, which takes the others too. */
export const LIST_OPTIONS = {
  json: {
    words: {
      es: 'la lista, con procedimientos y parámetros, para un programa',
      en: 'the list, with procedures and parameters, for a program',
    },
    runs: ['list'],
  },
  ...RUNBOOK_OPTIONS,
} as const satisfies OptionTable
