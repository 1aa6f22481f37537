import { defineFinding } from '#finding/define.ts'

export const fileSyntax = defineFinding({
  code: 'FILE_SYNTAX',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} no es {format} válido: {reason}',
    hint: 'Corrige la sintaxis en esta línea.',
    why: 'Un archivo que su propio formato no admite solo falla cuando la herramienta lo lee, ya lejos de quien lo copió.',
  },
  en: {
    message: '{file} is not valid {format}: {reason}',
    hint: 'Correct the syntax on this line.',
    why: 'A file its own format refuses fails only when the tool reads it, far from whoever copied it.',
  },
  wrong: ['```yaml file=compose.yaml', 'services:', '  api: [', '```'],
  right: ['```yaml file=compose.yaml', 'services:', '  api:', '    image: example.com/app:1.0.0', '```'],
})
