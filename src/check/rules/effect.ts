import { type Finding, finding } from '#finding/finding.ts'
import type { EffectVerb } from '#schema/effect.ts'
import { type Call, commandOf, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

const RANK: Readonly<Record<EffectVerb, number>> = { read: 0, create: 1, update: 1, delete: 2 }

/** Steps that do more than they declare. */
export const effect: Rule = ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    if (call.block.kind !== 'step') return []
    const verb = verbOf(call)
    const declared = call.block.fence.effect
    if (!verb || RANK[verb] <= RANK[declared]) return []
    return [finding('HAZARD_EFFECT_UNDECLARED', placeOfCall(call), { command: commandOf(call), verb, declared })]
  })

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
