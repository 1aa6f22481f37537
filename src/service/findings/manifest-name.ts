import { defineFinding } from '#finding/define.ts'
import { LONE } from './example.ts'

export const fileManifestName = defineFinding({
  code: 'FILE_MANIFEST_NAME',
  severity: 'error',
  es: {
    message: '«{name}» no sirve de nombre de variable.',
    hint: 'Usa minúsculas, dígitos y guiones bajos, sin palabras de Python ni el prefijo model_.',
    why: 'Los nombres son campos de una clase de Python y claves de las peticiones: uno que no vale impide arrancar.',
  },
  en: {
    message: '"{name}" cannot name a feature.',
    hint: 'Use lower-case letters, digits and underscores, no words of Python and no prefix model_.',
    why: 'The names are fields of a Python class and keys of requests: one that is none keeps the service from starting.',
  },
  of: 'manifest',
  wrong: LONE.map((line) => line.replaceAll('"age"', '"class"')),
  right: LONE,
})
