import { defineFinding } from '#finding/define.ts'

export const stepFailed = defineFinding({
  code: 'STEP_FAILED',
  severity: 'error',
  es: {
    message: 'El paso «{step}» terminó con estado {found}; se esperaba {expected}.[? Último mensaje: {output}]',
    hint: 'Repite solo este paso: {command}',
    why: 'El comando de la página no hace lo que la página dice: el lector se quedaría en este punto.',
  },
  en: {
    message: 'Step "{step}" ended with status {found}; expected {expected}.[? Last message: {output}]',
    hint: 'Repeat this step alone: {command}',
    why: 'The command of the page does not do what the page says: the reader would be stuck here.',
  },
  of: 'run',
  wrong: ['```bash step=list effect=read', 'ls no-existe', '```'],
  right: ['```bash step=list effect=read', 'ls', '```'],
})
