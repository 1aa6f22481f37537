import { defineFinding } from '#finding/define.ts'

export const fenceKeyMisplaced = defineFinding({
  code: 'FENCE_KEY_MISPLACED',
  severity: 'error',
  es: {
    message: 'La clave «{key}» solo vale en un bloque bash; este es «{language}».',
    hint: 'Quita {key}.',
    why: 'Solo un bloque bash puede ser un paso: en otro la clave no tendría efecto.',
  },
  en: {
    message: 'The key `{key}` is for bash blocks only; this one is `{language}`.',
    hint: 'Remove {key}.',
    why: 'Only a bash block can be a step: on another the key would have no effect.',
  },
  wrong: ['```text step=list', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
