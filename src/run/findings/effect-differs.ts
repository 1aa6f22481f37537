import { defineFinding } from '#finding/define.ts'

export const stepEffectDiffers = defineFinding({
  code: 'STEP_EFFECT_DIFFERS',
  severity: 'error',
  es: {
    message: 'El paso «{step}» declara effect={declared}, pero hizo «{verb}» sobre {kind} {name}.',
    hint: 'Declara effect={verb} en el bloque.',
    why: 'El efecto real es mayor que el declarado, y de lo declarado depende lo que se pregunta antes de una ejecución real.',
  },
  en: {
    message: 'Step "{step}" declares effect={declared}, but did "{verb}" on {kind} {name}.',
    hint: 'Declare effect={verb} on the block.',
    why: 'The real effect is more than the declared one, and on the declared one depends what a live run asks first.',
  },
  of: 'run',
  wrong: ['```bash step=connect effect=read', 'docker network create red', '```'],
  right: ['```bash step=connect effect=update', 'docker network create red', '```'],
})
