import { type Call, commandOf, placeOfCall } from '#check/page/call.ts'
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
    const verb = verbOf(call)
    const declared = call.block.fence.effect
    if (!verb || RANK[verb] <= RANK[declared]) return []
    return [hazardEffectUndeclared.at(placeOfCall(call), { command: commandOf(call), verb, declared })]
  }),
)

const DOCKER: Readonly<Record<string, EffectVerb>> = {
  build: 'create',
  'buildx build': 'create',
  tag: 'create',
  push: 'create',
  run: 'create',
  rm: 'delete',
  rmi: 'delete',
  'container rm': 'delete',
  'image rm': 'delete',
  'volume rm': 'delete',
  'network rm': 'delete',
  'system prune': 'delete',
  'image prune': 'delete',
  'container prune': 'delete',
  'volume prune': 'delete',
  'network prune': 'delete',
  'builder prune': 'delete',
  'compose down': 'delete',
  'compose rm': 'delete',
}

/** Verbs of gcloud by the last word of the command. */
const GCLOUD: Readonly<Record<string, EffectVerb>> = {
  create: 'create',
  add: 'create',
  enable: 'update',
  submit: 'create',
  deploy: 'update',
  update: 'update',
  'update-traffic': 'update',
  'add-iam-policy-binding': 'update',
  delete: 'delete',
  destroy: 'delete',
}

/** The most a command surely does to the world, or undefined when that is not known. */
function verbOf(call: Call): EffectVerb | undefined {
  const { name, match, words } = call
  if (match?.informative) return undefined
  if (name === 'docker' && match) return DOCKER[match.subcommand]
  if (name === 'gcloud' && match)
    return match.path[0] === 'config' || match.path[0] === 'auth' ? undefined : GCLOUD[match.path.at(-1) ?? '']
  return name === 'rm' && words.some(({ text }) => /^(-[a-zA-Z]*[rR]|--recursive)/.test(text ?? ''))
    ? 'delete'
    : undefined
}
