import { defineFinding } from '#finding/define.ts'

export const fenceKeyConflict = defineFinding({
  code: 'FENCE_KEY_CONFLICT',
  severity: 'error',
  es: {
    message: 'Las claves «{key}» y «{other}» no pueden ir en el mismo bloque.',
    hint: 'Quita una de las dos.',
    why: 'Un bloque no puede ejecutarse y no ejecutarse a la vez.',
  },
  en: {
    message: 'The keys `{key}` and `{other}` cannot be on the same block.',
    hint: 'Remove one of them.',
    why: 'A block cannot both run and not run.',
  },
  wrong: ['```bash step=list checked="no se puede ejecutar"', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
