import { defineFinding } from '#finding/define.ts'

export const fenceStepDuplicate = defineFinding({
  code: 'FENCE_STEP_DUPLICATE',
  severity: 'error',
  es: {
    message: 'El paso «{step}» ya existe en la línea {line}.',
    hint: 'Dale otro id.',
    why: 'El id de un paso es su nombre en informes y en --from: dos iguales no se distinguen.',
  },
  en: {
    message: 'Step "{step}" already exists on line {line}.',
    hint: 'Give it another id.',
    why: 'The id of a step is its name in reports and for --from: two alike cannot be told apart.',
  },
  wrong: [
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '',
    '```bash step=list effect=read',
    'docker images',
    '```',
  ],
  right: [
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '',
    '```bash step=list-images effect=read',
    'docker images',
    '```',
  ],
})
