import type { Localized } from '#schema/locale.ts'
import { FEATURE_TYPES, MODEL_TYPES } from './schema.ts'

const or = (names: readonly string[], word: string) => `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
const oneOf = (names: readonly string[]): Localized => ({ es: or(names, 'o'), en: or(names, 'or') })

const NUMBER: Localized = { es: 'un número', en: 'a number' }
const TEXT: Localized = { es: 'un texto no vacío', en: 'a text that is not empty' }
const SHARES: Localized = { es: 'partes de 0 a 1', en: 'shares from 0 to 1' }
const LABELS: Localized = {
  es: 'una lista de 2 a 200 textos, todos distintos',
  en: 'a list of 2 to 200 texts, all different',
}

/** What each key of a manifest must hold, for people. `*` stands for a name or a position. */
const EXPECTED: Readonly<Record<string, Localized>> = {
  '': { es: 'un objeto', en: 'an object' },
  model_sha256: { es: '64 dígitos hexadecimales en minúsculas', en: '64 hexadecimal digits in lower case' },
  model_type: oneOf(MODEL_TYPES),
  input_schema: { es: 'un objeto con las variables de entrada', en: 'an object with the input features' },
  'input_schema.*': { es: 'un objeto con type', en: 'an object with type' },
  'input_schema.*.type': oneOf(FEATURE_TYPES),
  'input_schema.*.required': oneOf(['true', 'false']),
  'input_schema.*.minimum': NUMBER,
  'input_schema.*.maximum': NUMBER,
  'input_schema.*.default': { es: 'un valor del tipo de la variable', en: 'a value of the type of the feature' },
  'input_schema.*.example': { es: 'un valor del tipo de la variable', en: 'a value of the type of the feature' },
  'input_schema.*.categories': LABELS,
  output_schema: { es: 'un objeto con name y type', en: 'an object with name and type' },
  'output_schema.type': oneOf(['category', 'number']),
  'output_schema.categories': LABELS,
  metrics: { es: 'un objeto de números', en: 'an object of numbers' },
  'metrics.*': NUMBER,
  baseline: { es: 'un objeto con rows y features', en: 'an object with rows and features' },
  'baseline.rows': { es: 'un entero desde 1', en: 'a whole number from 1' },
  'baseline.drift_threshold': { es: 'un número mayor que 0 y hasta 10', en: 'a number above 0 and up to 10' },
  'baseline.features': { es: 'un objeto con las variables de entrada', en: 'an object with the input features' },
  'baseline.features.*': {
    es: 'un objeto con shares y, si es un número, edges',
    en: 'an object with shares and, for a number, edges',
  },
  'baseline.features.*.shares': SHARES,
  'baseline.features.*.shares.*': SHARES,
  library_versions: { es: 'un objeto de textos', en: 'an object of texts' },
}

const NAMED = /^(input_schema|metrics|library_versions|baseline\.features)\.[^.]+/

/** What a path of a manifest must hold; a text where nothing else is said. */
export function expectedAt(path: readonly string[]): Localized {
  const key = path.join('.').replace(NAMED, '$1.*')
  return EXPECTED[key] ?? EXPECTED[key.replace(/\.[^.]+$/, '.*')] ?? TEXT
}
