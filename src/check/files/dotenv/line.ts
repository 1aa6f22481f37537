import { defineFinding } from '#finding/define.ts'

export const fileEnvLine = defineFinding({
  code: 'FILE_ENV_LINE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{reader} no toma «{name}» de esta línea: {reasonEs}.',
    hint: 'Escríbela como NOMBRE=valor, en una línea.',
    why: 'Una línea que el lector rechaza detiene el despliegue; una que ejecuta como comando es peor.',
  },
  en: {
    message: '{reader} does not take `{name}` from this line: {reasonEn}.',
    hint: 'Write it as NAME=value, on one line.',
    why: 'A line the reader refuses stops the deployment; one it runs as a command is worse.',
  },
  wrong: ['```ini file=app.env', 'LOG LEVEL=debug', '```'],
  right: ['```ini file=app.env', 'LOG_LEVEL=debug', '```'],
})
