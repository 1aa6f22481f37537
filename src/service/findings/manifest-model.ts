import { defineFinding } from '#finding/define.ts'
import { LONE } from './example.ts'

export const fileManifestModel = defineFinding({
  code: 'FILE_MANIFEST_MODEL',
  severity: 'error',
  es: {
    message: 'El modelo {path} no es el del manifiesto: {reasonEs}.',
    hint: 'Vuelve a entrenar, o trae el modelo y el manifiesto del mismo entrenamiento.',
    why: 'Un servicio con otro modelo contesta, y contesta mal: nadie lo nota hasta que alguien decide con ello.',
  },
  en: {
    message: 'The model {path} is not that of the manifest: {reasonEn}.',
    hint: 'Train again, or take model and manifest from the same training.',
    why: 'A service with another model answers, and answers wrongly: nobody notices until somebody decides by it.',
  },
  of: 'manifest',
  wrong: LONE.map((line) => line.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`)),
  right: LONE,
})
