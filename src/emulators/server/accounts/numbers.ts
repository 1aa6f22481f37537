/** The first number nobody has: upwards from 1000 for people, downwards from 999 for services (login.defs(5)). */
export function freeNumber(taken: readonly number[], isSystem: boolean): number {
  if (!isSystem) return Math.max(999, ...taken.filter((one) => one >= 1000 && one < 60_000)) + 1
  let one = 999
  while (taken.includes(one)) one -= 1
  return one
}
