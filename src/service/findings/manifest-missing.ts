import { defineFinding } from '#finding/define.ts'
import { LONE } from './example.ts'

export const fileManifestMissing = defineFinding({
  code: 'FILE_MANIFEST_MISSING',
  severity: 'error',
  es: {
    message: 'Al manifiesto le falta «{key}».',
    hint: 'Añade {key}: {expectedEs}.',
    why: 'Sin ese dato no se puede hacer un servicio que compruebe lo que recibe, lo que carga y lo que contesta.',
  },
  en: {
    message: 'The manifest lacks `{key}`.',
    hint: 'Add {key}: {expectedEn}.',
    why: 'Without it no service can be made that checks what it receives, what it loads and what it answers.',
  },
  of: 'manifest',
  wrong: LONE.filter((line) => !line.includes('"metrics"')),
  right: LONE,
})
