import type { Plan, PlanItem } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'

/** The items of a plan that a test takes, by their index among all. A procedure without any is left out. */
export function partOf(plan: Plan, isTaken: (item: PlanItem, index: number) => boolean): Plan {
  let index = -1
  const procedures = plan.procedures.map((one) => ({
    ...one,
    items: one.items.filter((item) => {
      index += 1
      return isTaken(item, index)
    }),
  }))
  return { ...plan, procedures: procedures.filter(({ items }) => items.length > 0) }
}

/** A shell in which a procedure begins once, and parts of it that run later go on in it. */
export function goingOn(shell: Shell, { script }: Plan): Shell {
  let begun = -1
  return {
    ...shell,
    async begin(start) {
      const index = script.procedures.findIndex(({ id }) => id === start.procedure)
      if (index > begun) await shell.begin(start)
      begun = Math.max(begun, index)
    },
  }
}
