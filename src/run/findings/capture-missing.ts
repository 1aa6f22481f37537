import { defineFinding } from '#finding/define.ts'

export const stepCaptureMissing = defineFinding({
  code: 'STEP_CAPTURE_MISSING',
  severity: 'error',
  es: {
    message: 'El paso «{step}» debía dejar la variable {name} y está vacía o sin definir.',
    hint: 'Asigna {name} dentro del bloque.',
    why: 'Un paso posterior usaría una variable vacía, casi siempre porque el comando no devolvió nada.',
  },
  en: {
    message: 'Step "{step}" was to leave the variable {name}, and it is empty or unset.',
    hint: 'Assign {name} inside the block.',
    why: 'A later step would use an empty variable, nearly always because the command returned nothing.',
  },
  of: 'run',
  wrong: [
    '```bash step=ask effect=read capture=ANSWER',
    'ANSWER="$(true)"',
    '```',
    '',
    '```bash step=tell effect=read',
    'echo "$ANSWER"',
    '```',
  ],
  right: [
    '```bash step=ask effect=read capture=ANSWER',
    'ANSWER="$(echo si)"',
    '```',
    '',
    '```bash step=tell effect=read',
    'echo "$ANSWER"',
    '```',
  ],
})
