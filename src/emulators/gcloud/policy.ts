/** Who has a role on a resource. */
export interface Binding {
  role: string
  members: string[]
}

/** Allow policy of a resource: bindings sorted by role, members as given. */
export type Policy = Binding[]

/** Adds a member to a role. False when it had it already. */
export const addMember = (policy: Policy, role: string, member: string): boolean => {
  const binding = policy.find((one) => one.role === role)
  if (binding?.members.includes(member)) return false
  if (binding) binding.members.push(member)
  else policy.push({ role, members: [member] })
  policy.sort((a, b) => (a.role < b.role ? -1 : 1))
  return true
}

/** Takes a role from a member. False when it did not have it. */
export const removeMember = (policy: Policy, role: string, member: string): boolean => {
  const binding = policy.find((one) => one.role === role)
  if (!binding?.members.includes(member)) return false
  binding.members = binding.members.filter((one) => one !== member)
  if (binding.members.length === 0) policy.splice(policy.indexOf(binding), 1)
  return true
}

/** Roles a member has by a policy, by its own name or as anybody. */
export const rolesOf = (policy: Policy, member: string): string[] =>
  policy.filter(({ members }) => holds(members, member)).map(({ role }) => role)

const holds = (members: readonly string[], member: string): boolean =>
  members.includes(member) ||
  members.includes('allUsers') ||
  (member !== 'allUsers' && members.includes('allAuthenticatedUsers'))
