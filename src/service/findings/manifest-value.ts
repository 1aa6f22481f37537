import { defineFinding } from '#finding/define.ts'
import { LONE } from './example.ts'

export const fileManifestValue = defineFinding({
  code: 'FILE_MANIFEST_VALUE',
  severity: 'error',
  es: {
    message: 'En «{key}» se espera {expectedEs}[?, y hay {found}].',
    hint: 'Corrige {key} en el manifiesto, o en el entrenamiento que lo escribe.',
    why: 'De estos valores salen las comprobaciones del servicio: uno malo rechazaría lo bueno o dejaría pasar lo malo.',
  },
  en: {
    message: 'In `{key}`, {expectedEn} is expected[?, and it is {found}].',
    hint: 'Correct {key} in the manifest, or in the training that writes it.',
    why: 'The checks of the service come from these values: a bad one would refuse what is good or let through what is bad.',
  },
  of: 'manifest',
  wrong: LONE.map((line) => line.replace('"maximum": 90', '"maximum": 9')),
  right: LONE,
})
