import { defineFinding } from '#finding/define.ts'

export const stepNotCheckable = defineFinding({
  code: 'STEP_NOT_CHECKABLE',
  severity: 'error',
  es: {
    message: 'El paso «{step}» no se puede comprobar aquí: {reason}.',
    hint: 'No cuenta como superado. Prueba con --fixture docker.',
    why: 'Lo que no se ha podido ejecutar no se da por bueno. El informe dice qué falta y cómo añadirlo.',
  },
  en: {
    message: 'Step "{step}" is not checkable here: {reason}.',
    hint: 'It does not count as passed. Try --fixture docker.',
    why: 'What could not be run is not taken as good. The report says what is missing and how to add it.',
  },
  of: 'run',
  wrong: ['```bash step=query effect=read', 'psql --version', '```'],
  right: ['```bash step=query effect=read', 'docker --version', '```'],
})
