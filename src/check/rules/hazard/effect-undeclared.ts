import { ask, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { EffectVerb } from '#schema/effect.ts'

export const hazardEffectUndeclared = defineFinding({
  code: 'HAZARD_EFFECT_UNDECLARED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{command}» hace «{verb}», y el paso declara effect={declared}.',
    hint: 'Declara effect={verb} en el bloque.',
    why: 'El efecto declarado decide qué se pregunta antes de una ejecución real. Un borrado declarado como cambio no se pregunta.',
  },
  en: {
    message: '`{command}` does "{verb}", and the step declares effect={declared}.',
    hint: 'Declare effect={verb} on the block.',
    why: 'The declared effect decides what a live run asks first. A deletion declared as a change is not asked.',
  },
  wrong: ['```bash step=clean effect=update', 'rm -rf build', '```'],
  right: ['```bash step=clean effect=delete', 'rm -rf build', '```'],
})

const RANK: Readonly<Record<EffectVerb, number>> = { read: 0, create: 1, update: 1, delete: 2 }

/** Steps that do more than they declare. */
export const effect = pageRule([hazardEffectUndeclared], ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    if (call.block.kind !== 'step') return []
    const verb = ask(call, 'effect')
    const declared = call.block.fence.effect
    if (!verb || RANK[verb] <= RANK[declared]) return []
    return [hazardEffectUndeclared.at(placeOfCall(call), { command: commandOf(call), verb, declared })]
  }),
)
