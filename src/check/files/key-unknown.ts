import { defineFinding } from '#finding/define.ts'

export const fileKeyUnknown = defineFinding({
  code: 'FILE_KEY_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} no conoce {found}.',
    hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]',
    why: 'El servicio rechaza el archivo por una clave que no conoce, ya en la nube.',
  },
  en: {
    message: '{file} knows no {found}.',
    hint: 'Correct the key.[? Did you mean `{suggestion}`?]',
    why: 'The service refuses the file for a key it does not know, and only in the cloud.',
  },
  wrong: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    arg: [version]',
    '```',
  ],
  right: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    args: [version]',
    '```',
  ],
})
