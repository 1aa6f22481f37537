import { defineFinding } from '#finding/define.ts'

export const fenceCaptureUnassigned = defineFinding({
  code: 'FENCE_CAPTURE_UNASSIGNED',
  severity: 'error',
  es: {
    message: 'capture={name}, pero el bloque nunca asigna {name}.',
    hint: 'Asigna {name} en el bloque, por ejemplo {name}=$(…).',
    why: 'El bloque promete una variable que nunca asigna: el paso siguiente la leería vacía.',
  },
  en: {
    message: 'capture={name}, but the block never assigns {name}.',
    hint: 'Assign {name} in the block, for example {name}=$(…).',
    why: 'The block promises a variable it never assigns: the next step would read it empty.',
  },
  wrong: ['```bash step=ask effect=read capture=NOW', 'date', '```'],
  right: [
    '```bash step=ask effect=read capture=NOW',
    'NOW="$(date)"',
    '```',
    '',
    '```bash step=tell effect=read',
    'echo "$NOW"',
    '```',
  ],
})
