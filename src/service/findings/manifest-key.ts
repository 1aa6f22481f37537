import { defineFinding } from '#finding/define.ts'
import { LONE } from './example.ts'

export const fileManifestKey = defineFinding({
  code: 'FILE_MANIFEST_KEY',
  severity: 'error',
  es: {
    message: 'El manifiesto no lleva la clave «{key}».[? ¿Querías decir «{suggestion}»?]',
    hint: 'Las que lleva ahí: {expected}.',
    why: 'Una clave mal escrita se pasaría por alto, y el servicio saldría sin lo que decía.',
  },
  en: {
    message: 'A manifest has no key `{key}`.[? Did you mean `{suggestion}`?]',
    hint: 'Those it has there: {expected}.',
    why: 'A misspelt key would be overlooked, and the service would come out without what it said.',
  },
  of: 'manifest',
  wrong: LONE.map((line) => line.replace('"rows": 2', '"rows": 2, "treshold": 0.2')),
  right: LONE.map((line) => line.replace('"rows": 2', '"rows": 2, "drift_threshold": 0.2')),
})
