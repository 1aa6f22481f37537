import { defineFinding } from '#finding/define.ts'

export const stepOutputDiffers = defineFinding({
  code: 'STEP_OUTPUT_DIFFERS',
  severity: 'error',
  es: {
    message:
      'La salida del paso «{step}» no es la que promete la página ({mode}).\nSe esperaba: {expected}\nSe obtuvo: {found}',
    hint: 'Corrige la salida esperada de la página o el comando que la produce.',
    why: 'Una salida esperada que no se cumple hace dudar al lector de lo que ha hecho bien, o de lo que ha hecho mal.',
  },
  en: {
    message: 'Step "{step}" did not print what the page promises ({mode}).\nExpected: {expected}\nFound: {found}',
    hint: 'Correct the expected output on the page, or the command that prints it.',
    why: 'Expected output that does not hold makes the reader doubt what went right, or trust what went wrong.',
  },
  of: 'run',
  wrong: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=whole', 'adiós', '```'],
  right: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=whole', 'hola', '```'],
})
