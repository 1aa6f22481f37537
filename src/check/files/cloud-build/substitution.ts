import { defineFinding } from '#finding/define.ts'

export const fileSubstitution = defineFinding({
  code: 'FILE_SUBSTITUTION',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'Nadie da valor a «{found}» en este archivo.',
    hint: 'Declárala en substitutions.[? Quizá querías «{suggestion}».]',
    why: 'Cloud Build rechaza la construcción si una variable no tiene valor.',
  },
  en: {
    message: 'Nobody gives `{found}` a value in this file.',
    hint: 'Declare it under substitutions.[? Did you mean `{suggestion}`?]',
    why: 'Cloud Build refuses the build when a variable has no value.',
  },
  wrong: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    args: [build, -t, $_IMAGE, .]',
    '```',
  ],
  right: [
    '```yaml file=cloudbuild.yaml',
    'steps:',
    '  - name: gcr.io/cloud-builders/docker',
    '    args: [build, -t, $_IMAGE, .]',
    'substitutions:',
    '  _IMAGE: app',
    '```',
  ],
})
