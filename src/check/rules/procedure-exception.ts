import { isRunbook, type Runbook } from '#document/model.ts'
import { finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Rule } from '../rule.ts'

/** Variations a page excepts that its system does not declare. */
export const unknownException: Rule = ({ page }, { variations }) => {
  const known = isRunbook(page) ? variations?.(page.header.system) : undefined
  if (!isRunbook(page) || !known) return []
  return exceptionsOf(page)
    .filter(({ found }) => !known.has(found))
    .map(({ found, path }) => {
      const data = { system: page.header.system, found, suggestion: suggest(found, known) }
      return finding('PROCEDURE_EXCEPTION_UNKNOWN', page.placeAt([...path, found]), data)
    })
}

/** Those of the page and of each of its procedures, and where they stand in its header. */
function exceptionsOf({ header: { except, procedures = [] } }: Runbook): { found: string; path: string[] }[] {
  const all = [
    { except, path: ['runbook', 'except'] },
    ...procedures.map((one, index) => ({
      except: one.except,
      path: ['runbook', 'procedures', String(index), 'except'],
    })),
  ]
  return all.flatMap((one) => Object.keys(one.except ?? {}).map((found) => ({ found, path: one.path })))
}
