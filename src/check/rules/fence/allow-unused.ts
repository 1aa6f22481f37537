import { defineFinding } from '#finding/define.ts'
import { hazardBypass } from '../hazard/bypass.ts'

export const fenceAllowUnused = defineFinding({
  code: 'FENCE_ALLOW_UNUSED',
  severity: 'error',
  es: {
    message: 'El bloque permite {found}, pero aquí no hay ningún hallazgo así.',
    hint: 'Quita allow, o corrige el código.',
    why: 'Un permiso que ya no permite nada taparía el próximo fallo de verdad.',
  },
  en: {
    message: 'The block allows {found}, but there is no such finding here.',
    hint: 'Remove allow, or correct the code.',
    why: 'An allowance that allows nothing any more would hide the next real fault.',
  },
  wrong: [
    `\`\`\`bash step=list effect=read allow="${hazardBypass.code} la máquina se tira después"`,
    'docker ps',
    '```',
  ],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
