import { defineFinding } from '#finding/define.ts'

export const stepTimedOut = defineFinding({
  code: 'STEP_TIMED_OUT',
  severity: 'error',
  es: {
    message: 'El paso «{step}» no terminó en {timeout}.[? {output}]',
    hint: 'Si no puede terminar, usa «background» con «ready», o marca el bloque con «checked="motivo"». Si es lento, sube «timeout».',
    why: 'Un paso sin fin no es un paso: la ejecución espera, y quien opera no sabe si seguir.',
  },
  en: {
    message: 'Step "{step}" did not end within {timeout}.[? {output}]',
    hint: 'If it cannot end, use `background` with `ready`, or mark the block `checked="reason"`. If it is slow, raise `timeout`.',
    why: 'A step without an end is no step: the run waits, and whoever operates cannot tell whether to go on.',
  },
  of: 'run',
  wrong: ['```bash step=wait effect=read timeout=1s', 'sleep 60', '```'],
  right: ['```bash step=wait effect=read timeout=10s', 'sleep 0', '```'],
})
