import { NotModelled } from '../../model.ts'
import type { CloudCommand } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { hashOf } from '../names.ts'
import type { Reply } from '../output.ts'
import { addMember, type Policy, removeMember } from '../policy.ts'
import { isKnownRole } from '../roles.ts'

/** A resource with an allow policy. */
export interface Guarded {
  policy: Policy
  /** As messages call it: `secret [db-password]`. */
  label: string
  /** Fails where the caller may not change the policy. */
  needPermission(): void
}

type Find = (invocation: GcloudInvocation) => Guarded

/** The three commands every resource with a policy has. `flags` are those that locate it. */
export const bindingCommands = (
  group: string,
  { flags, isConditional }: { flags: readonly string[]; isConditional: boolean },
  find: Find,
): Record<string, CloudCommand> => ({
  [`${group} add-iam-policy-binding`]: {
    flags: [...flags, '--member', '--role', ...(isConditional ? ['--condition'] : [])],
    run: (invocation) => change(invocation, find(invocation), 'add'),
  },
  [`${group} remove-iam-policy-binding`]: {
    flags: [...flags, '--member', '--role', ...(isConditional ? ['--condition', '--all'] : [])],
    run: (invocation) => change(invocation, find(invocation), 'remove'),
  },
  [`${group} get-iam-policy`]: {
    flags,
    run: (invocation) => {
      const guarded = find(invocation)
      invocation.effect('read', 'iam.policy', guarded.label)
      return { resources: policyJson(guarded.policy) }
    },
  },
})

const change = (invocation: GcloudInvocation, guarded: Guarded, verb: 'add' | 'remove'): Reply => {
  const condition = invocation.flag('--condition')
  if (condition !== undefined && condition !== 'None') throw new NotModelled('a conditional IAM binding')
  const [role, member] = [invocation.flag('--role') ?? '', invocation.flag('--member') ?? '']
  guarded.needPermission()
  // Google refuses a role that does not exist; which other roles do is not known here.
  if (!isKnownRole(role)) throw new NotModelled(`the role ${role}`)
  if (verb === 'add') needMember(invocation, member)
  apply(invocation, guarded, { verb, role, member })
  return { stderr: `Updated IAM policy for ${guarded.label}.\n`, resources: policyJson(guarded.policy) }
}

const apply = (
  invocation: GcloudInvocation,
  guarded: Guarded,
  { verb, role, member }: Record<'verb' | 'role' | 'member', string>,
): void => {
  const name = `${role} of ${member} on ${guarded.label}`
  if (verb === 'add') {
    invocation.effect(addMember(guarded.policy, role, member) ? 'create' : 'read', 'iam.binding', name)
  } else if (removeMember(guarded.policy, role, member)) {
    invocation.effect('delete', 'iam.binding', name)
  } else {
    throw new GcloudFailure('Policy binding with the specified principal, role, and condition not found!')
  }
}

/** A service account must be one of this world to be given a role, in whichever project it is. */
const needMember = (invocation: GcloudInvocation, member: string): void => {
  const found = /^serviceAccount:([^@]+@[a-z0-9-]+\.iam\.gserviceaccount\.com)$/.exec(member)
  const email = found?.[1] ?? ''
  const isThere = [...invocation.cloud.projects.values()].some(({ serviceAccounts }) => serviceAccounts.has(email))
  if (isServiceAgent(invocation, email)) return
  if (found === null || isThere) return
  const lint =
    'ERROR: Policy modification failed. For a binding with condition, run "gcloud alpha iam policies lint-condition" to identify issues in condition.\n'
  throw new GcloudFailure(`INVALID_ARGUMENT: Service account ${email} does not exist.`, { before: lint })
}

/** Google's own account for one of its services in a project of this world (cloud.google.com/iam/docs/service-agents). */
const isServiceAgent = ({ cloud }: GcloudInvocation, email: string): boolean => {
  const number = /^service-(\d+)@(?:gs-project-accounts|gcp-sa-[a-z-]+|serverless-robot-prod)\./.exec(email)?.[1]
  return [...cloud.projects.values()].some((project) => project.number === number)
}

/** A policy as the API answers it. */
export const policyJson = (policy: Policy): JsonObject => ({
  bindings:
    policy.length === 0 ? undefined : policy.map(({ role, members }) => ({ members: [...members].sort(), role })),
  etag: `BwX${hashOf(JSON.stringify(policy), 8)}=`,
  version: 1,
})
