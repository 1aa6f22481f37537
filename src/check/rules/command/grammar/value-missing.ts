import { defineFinding } from '#finding/define.ts'

export const commandValueMissing = defineFinding({
  code: 'COMMAND_VALUE_MISSING',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La opción {flag} de «{command}» necesita un valor.',
    hint: 'Escribe el valor tras {flag}.',
    why: 'La opción toma como valor la palabra siguiente, que era otra cosa.',
  },
  en: {
    message: 'The flag {flag} of `{command}` needs a value.',
    hint: 'Write the value after {flag}.',
    why: 'The flag takes the next word as its value, and that word was something else.',
  },
  wrong: [
    '```bash step=see-logs effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker logs api --tail',
    '```',
  ],
  right: [
    '```bash step=see-logs effect=create',
    'docker run --detach --name=api app:1.0.0',
    'docker logs api --tail=50',
    '```',
  ],
})
