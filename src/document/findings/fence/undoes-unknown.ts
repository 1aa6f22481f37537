import { defineFinding } from '#finding/define.ts'

export const fenceUndoesUnknown = defineFinding({
  code: 'FENCE_UNDOES_UNKNOWN',
  severity: 'error',
  es: {
    message: 'undoes={found} no es otro paso de esta página.',
    hint: 'Escribe el id del paso que deshace.[? Quizá querías «{suggestion}».]',
    why: 'Un paso que deshace a ninguno se salta, o se ejecuta, cuando no debe.',
  },
  en: {
    message: 'undoes={found} is no other step of this page.',
    hint: 'Write the id of the step it undoes.[? Did you mean `{suggestion}`?]',
    why: 'A step that undoes none is skipped, or run, when it must not be.',
  },
  wrong: [
    '```bash step=clean effect=delete undoes=buld',
    'rm -r build',
    '```',
    '',
    '```bash step=build effect=create',
    'mkdir build',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=clean effect=delete undoes=build',
    'rm -r build',
    '```',
  ],
})
