import { defineFinding } from '#finding/define.ts'

export const fenceExpectOrphan = defineFinding({
  code: 'FENCE_EXPECT_ORPHAN',
  severity: 'error',
  es: {
    message: 'Esta salida esperada no sigue a ningún paso.',
    hint: 'Ponla justo después del bloque cuyo resultado describe.',
    why: 'Una salida esperada se compara con la del paso anterior. Sin él no se compara nunca.',
  },
  en: {
    message: 'This expected output does not follow a step.',
    hint: 'Put it right after the block whose result it describes.',
    why: 'Expected output is compared with that of the step before. Without one it is never compared.',
  },
  wrong: ['```text expect=whole', 'hola', '```'],
  right: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=whole', 'hola', '```'],
})
