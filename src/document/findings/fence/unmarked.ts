import { defineFinding } from '#finding/define.ts'

export const fenceUnmarked = defineFinding({
  code: 'FENCE_UNMARKED',
  severity: 'error',
  es: {
    message: 'Este bloque bash no se ejecuta y no dice por qué.',
    hint: 'Ponle step=<id> para ejecutarlo, o checked="motivo" si no se puede ejecutar.',
    why: 'Todo bloque se ejecuta, o dice por qué no. El que calla parece comprobado y no lo está.',
    fixed:
      'en un runbook, si el bloque solo tiene comandos conocidos: le da un id sacado de su primer comando, o el de la otra lengua',
  },
  en: {
    message: 'This bash block does not run, and does not say why.',
    hint: 'Give it step=<id> to run it, or checked="reason" if it cannot run.',
    why: 'Every block runs, or says why not. One that keeps silent looks checked and is not.',
    fixed:
      'on a runbook, if the block holds known commands alone: gives it an id taken from its first command, or that of the other language',
  },
  wrong: ['```bash', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
