import { defineFinding } from '#finding/define.ts'

export const parameterValue = defineFinding({
  code: 'PARAMETER_VALUE',
  severity: 'error',
  es: {
    message: 'El valor de «{key}» de {name}, «{found}», no vale para el tipo {type}: {reasonEs}.',
    hint: 'Escribe {expectedEs}.',
    why: 'El ejemplo es el valor con el que se ensaya la página: si no vale para su tipo, no se ensaya lo que hará el lector.',
  },
  en: {
    message: 'The `{key}` of {name}, `{found}`, does not fit the type {type}: {reasonEn}.',
    hint: 'Write {expectedEn}.',
    why: 'The example is the value the page is rehearsed with: if it does not fit its type, what the reader will do is not rehearsed.',
  },
  of: 'parameters',
  wrong: ['REGION: { type: gcp-region, label: Región, example: europa }'],
  right: ['REGION: { type: gcp-region, label: Región, example: europe-west1 }'],
})
