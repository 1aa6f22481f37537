import { defineFinding } from '#finding/define.ts'

export const fileValue = defineFinding({
  code: 'FILE_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'En {key} se espera {expectedEs}.',
    hint: 'Corrige el valor.',
    why: 'El servicio comprueba los valores al recibir el archivo; aquí se ve antes.',
  },
  en: {
    message: 'In {key}, {expectedEn} is expected.',
    hint: 'Correct the value.',
    why: 'The service checks the values when it receives the file; here it shows before.',
  },
  wrong: ['```yaml file=cloudbuild.yaml', 'steps:', '  - name: gcr.io/cloud-builders/docker', 'timeout: 1200', '```'],
  right: ['```yaml file=cloudbuild.yaml', 'steps:', '  - name: gcr.io/cloud-builders/docker', 'timeout: 1200s', '```'],
})
