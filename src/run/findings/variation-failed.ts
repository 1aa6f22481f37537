import { defineFinding } from '#finding/define.ts'

export const stepVariationFailed = defineFinding({
  code: 'STEP_VARIATION_FAILED',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» no se cumple con {differenceEs}.\n{reason}',
    hint: 'Haz que la página valga también así o, si no debe, di por qué en «except» de la cabecera. Para repetirlo: {command}',
    why: 'El lector no tiene los valores del ejemplo, ni un servidor como el de la prueba. Lo que solo se cumple con ellos lo deja atascado con la página en verde.',
  },
  en: {
    message: 'The procedure `{id}` does not hold with {differenceEn}.\n{reason}',
    hint: 'Make the page hold then too or, if it must not, say why in `except` of the header. To repeat it: {command}',
    why: 'The reader has neither the values of the example nor a server like that of the test. What holds with those alone leaves them stuck with a green page.',
  },
  of: 'variations',
  wrong: [
    '```bash step=say effect=read',
    'echo "El servicio está en $REGION"',
    '```',
    '',
    '```text expect=whole',
    'El servicio está en europe-west1',
    '```',
  ],
  right: [
    '```bash step=say effect=read',
    'echo "El servicio está en $REGION"',
    '```',
    '',
    '```text expect=whole',
    'El servicio está en $REGION',
    '```',
  ],
})
