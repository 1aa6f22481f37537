import { LOCALES, type Localized } from '#schema/locale.ts'
import { SHELL_NAMES } from '#schema/status.ts'
import { REPORT_FORMATS } from './report-format.ts'

/** What an option's value may be, and what such a thing is called. */
export interface Choices {
  names: readonly string[]
  /** `el entorno`, `fixture`: what there is none of when it is not one of them. */
  what: Localized
}

/** The kinds of run an option may belong to. */
export type RunKind = 'list' | 'plan' | 'dry-run' | 'live'

/** One option of a command: the one place that says it exists. Parsing, help and the refusals all read it. */
export interface Option {
  /** The letter it can also be given by. */
  short?: string
  /** What stands for its value in the help; a switch has neither this nor choices. */
  value?: Localized
  choices?: Choices
  /** A choice may be followed by `=FILE`. */
  file?: true
  /** Its value may be left out. */
  optional?: true
  repeatable?: true
  /** The runs it means anything in; all where there is no list. */
  runs?: readonly RunKind[]
  /** What it does, for the help. */
  words: Localized
}

/** The options of a command by name, without `--`. */
export type OptionTable = Readonly<Record<string, Option>>

export const takesValue = ({ value, choices }: Option): boolean => value !== undefined || choices !== undefined

/** Options every command has. */
export const COMMON = {
  lang: {
    choices: { names: LOCALES, what: { es: 'el idioma', en: 'language' } },
    words: {
      es: 'idioma de los mensajes; por defecto, el del entorno',
      en: 'language of messages; that of the environment by default',
    },
  },
  plain: {
    words: {
      es: 'sin colores, marcas ni columnas, para lectores de pantalla',
      en: 'without colours, marks and columns, for screen readers',
    },
  },
  help: { short: 'h', words: { es: 'muestra esta ayuda', en: 'shows this help' } },
} as const satisfies OptionTable

/** Where the steps of a dry run execute. */
export const FIXTURE = {
  choices: {
    names: SHELL_NAMES.filter((name) => name !== 'host'),
    what: { es: 'el entorno', en: 'fixture' },
  },
  words: {
    es: 'entorno; por defecto Docker si está, si no el integrado',
    en: 'the fixture; Docker by default where it is there, else the embedded one',
  },
} as const satisfies Option

/** Reports of what was found and what ran. */
export const REPORT = {
  choices: { names: REPORT_FORMATS, what: { es: 'el informe', en: 'report' } },
  file: true,
  repeatable: true,
  words: {
    es: 'informe, en la terminal o en un archivo; sin esta opción, text',
    en: 'report, to the terminal or to a file; text without this option',
  },
} as const satisfies Option
