import { defineFinding } from '#finding/define.ts'

export const fenceStepOutsideRunbook = defineFinding({
  code: 'FENCE_STEP_OUTSIDE_RUNBOOK',
  severity: 'error',
  es: {
    message: 'El bloque es un paso, «{step}», pero la página no es un runbook.',
    hint: 'Añade «runbook:» con id y system a la cabecera, o cambia step por checked="motivo".',
    why: 'Una página sin runbook en su cabecera no se ejecuta: sus pasos parecerían comprobados.',
  },
  en: {
    message: 'The block is a step, "{step}", but the page is not a runbook.',
    hint: 'Add `runbook:` with id and system to the header, or change step to checked="reason".',
    why: 'A page without runbook in its header is not run: its steps would look verified.',
  },
  of: 'page',
  wrong: ['---', 'title: Guía', '---', '', '```bash step=list effect=read', 'docker ps', '```'],
  right: ['---', 'title: Guía', '---', '', '```bash checked="esta página no es un runbook"', 'docker ps', '```'],
})
