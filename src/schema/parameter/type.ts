import type { Localized } from '../locale.ts'
import { REGIONS } from './gcp-region.ts'
import type { ParameterType } from './parameter.ts'

interface TypeRule {
  /** What a value must be, for people: `un puerto, de 1 a 65535`. */
  description: Localized
  /** Whether a value fits. */
  fits: (value: string, choices: readonly string[]) => boolean
}

const matches = (pattern: RegExp) => (value: string) => pattern.test(value)

/** Words Google refuses anywhere in a project id (cloud.google.com/resource-manager/docs/creating-managing-projects). */
const RESERVED_IN_PROJECT_ID = /google|null|undefined|ssl/

/** The closed table of parameter types. */
const RULES: Readonly<Record<ParameterType, TypeRule>> = {
  text: {
    description: { es: 'una línea de texto', en: 'one line of text' },
    fits: matches(/^[^\r\n]+$/),
  },
  name: {
    description: {
      es: 'de 1 a 63 minúsculas, dígitos y guiones, empezando por letra y sin guion final',
      en: '1 to 63 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen',
    },
    fits: matches(/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
  },
  // What Debian's adduser and shadow take for a login name.
  user: {
    description: {
      es: 'un usuario de hasta 32 minúsculas, dígitos, «_» y «-», empezando por letra o «_»',
      en: 'a user name of up to 32 lower-case letters, digits, `_` and `-`, starting with a letter or `_`',
    },
    fits: matches(/^[a-z_][a-z0-9_-]{0,31}$/),
  },
  'gcp-project-id': {
    description: {
      es: 'de 6 a 30 minúsculas, dígitos y guiones, empezando por letra, sin guion final y sin google, ssl, null ni undefined',
      en: '6 to 30 lower-case letters, digits and hyphens, starting with a letter, not ending with a hyphen, without google, ssl, null or undefined',
    },
    fits: (value) => /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(value) && !RESERVED_IN_PROJECT_ID.test(value),
  },
  'gcp-region': {
    description: {
      es: 'una región de Google Cloud, como europe-west1',
      en: 'a Google Cloud region, like europe-west1',
    },
    fits: (value) => REGIONS.includes(value),
  },
  'image-tag': {
    description: {
      es: 'una etiqueta de imagen de hasta 128 letras, dígitos, «_», «.» y «-», que no sea latest',
      en: 'an image tag of up to 128 letters, digits, `_`, `.` and `-`, other than latest',
    },
    fits: (value) => /^\w[\w.-]{0,127}$/.test(value) && value !== 'latest',
  },
  port: {
    description: { es: 'un puerto, de 1 a 65535', en: 'a port, 1 to 65535' },
    fits: (value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535,
  },
  integer: {
    description: { es: 'un número entero', en: 'a whole number' },
    fits: (value) => /^(?:0|[1-9]\d{0,15})$/.test(value) && Number.isSafeInteger(Number(value)),
  },
  email: {
    description: { es: 'una dirección de correo', en: 'an e-mail address' },
    fits: matches(/^[\w.+%-]{1,64}@(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i),
  },
  hostname: {
    description: { es: 'un nombre de máquina, como app.example.com', en: 'a host name, like app.example.com' },
    fits: matches(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i),
  },
  url: {
    description: {
      es: 'una dirección http:// o https:// sin espacios',
      en: 'an http:// or https:// address without spaces',
    },
    fits: (value) => /^https?:\/\/[^\s"'`\\<>]+$/.test(value) && URL.canParse(value),
  },
  choice: {
    description: { es: 'uno de los valores declarados', en: 'one of the declared values' },
    fits: (value, choices) => choices.includes(value),
  },
  secret: {
    description: { es: 'un secreto sin salto de línea al final', en: 'a secret without a newline at its end' },
    fits: (value) => value !== '' && !/[\r\n]$/.test(value),
  },
}

const OPTION: Localized = {
  es: 'empieza por «-», y un comando lo tomaría por una opción',
  en: 'it starts with `-`, and a command would take it for an option',
}
const NUL: Localized = { es: 'contiene el carácter NUL', en: 'it holds the character NUL' }

/** The type and choices of a parameter, declared or resolved. */
export interface TypedValue {
  type: ParameterType
  choices?: readonly string[] | undefined
  pattern?: string | undefined
}

/** What values of a parameter must be, in words; a choice names its values. */
export function describeParameter({ type, choices }: TypedValue): Localized {
  if (type !== 'choice' || !choices) return RULES[type].description
  return { es: `uno de: ${choices.join(', ')}`, en: `one of: ${choices.join(', ')}` }
}

/** Why a value does not fit a parameter, or undefined when it does. */
export function checkParameter(value: string, parameter: TypedValue): Localized | undefined {
  if (value.includes('\0')) return NUL
  if (parameter.type !== 'secret' && value.startsWith('-')) return OPTION
  if (!RULES[parameter.type].fits(value, parameter.choices ?? [])) {
    const { es, en } = describeParameter(parameter)
    return { es: `se esperaba ${es}`, en: `expected ${en}` }
  }
  return parameter.pattern === undefined ? undefined : patternProblem(value, parameter.pattern)
}

function patternProblem(value: string, pattern: string): Localized | undefined {
  if (new RegExp(`^(?:${pattern})$`, 'u').test(value)) return undefined
  return { es: `se esperaba un valor con la forma ${pattern}`, en: `expected a value of the form ${pattern}` }
}
