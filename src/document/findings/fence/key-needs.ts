import { defineFinding } from '#finding/define.ts'

export const fenceKeyNeeds = defineFinding({
  code: 'FENCE_KEY_NEEDS',
  severity: 'error',
  es: {
    message: 'La clave «{key}» necesita también {needs}.',
    hint: 'Añade {needs} al bloque.',
    why: 'Un paso en segundo plano sin decir cuándo está listo deja que el siguiente empiece demasiado pronto.',
  },
  en: {
    message: 'The key `{key}` also needs {needs}.',
    hint: 'Add {needs} to the block.',
    why: 'A background step that does not say when it is ready lets the next one start too soon.',
  },
  wrong: ['```bash step=serve background', 'python3 -m http.server 8000', '```'],
  right: ['```bash step=serve background ready="curl -fsS localhost:8000"', 'python3 -m http.server 8000', '```'],
})
