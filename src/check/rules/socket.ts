import { type Finding, finding } from '#finding/finding.ts'
import { type Call, flagValues, placeOfWord } from '../page/call.ts'
import { variablesGiven } from '../page/variables-given.ts'
import type { Rule } from '../rule.ts'

/**
 * The address of a database that is no socket Cloud Run mounts: `/cloudsql/INSTANCE`
 * exists only for the instances of `--set-cloudsql-instances`
 * (cloud.google.com/sql/docs/postgres/connect-run).
 */
export const socket: Rule = ({ calls }) => {
  const mounted: string[] = []
  return calls.flatMap((call) => {
    const here = instancesOf(call)
    mounted.push(...here)
    return variablesGiven(call).flatMap(({ name, value, word }): Finding[] => {
      const asksSocket = /^\/?cloudsql\//.test(value)
      const shouldAsk = here.length > 0 && DATABASE_HOST.test(name)
      if ((!asksSocket && !shouldAsk) || mounted.some((instance) => value === `/cloudsql/${instance}`)) return []
      const expected = mounted.at(-1)
      const data = { name, found: shown(value), expected: expected && `/cloudsql/${shown(expected)}` }
      return [finding('NAME_SOCKET_UNKNOWN', placeOfWord(call, word), data)]
    })
  })
}

const DATABASE_HOST = /^(DB|DATABASE|PG|POSTGRES|MYSQL|SQL)_?HOST$/

const instancesOf = (call: Call): string[] =>
  flagValues(call, '--set-cloudsql-instances', '--add-cloudsql-instances').flatMap(({ text }) => text?.split(',') ?? [])

const shown = (text: string) => text.replaceAll(/\$\{(\w+)(#\d+)?\}/g, '$$$1')
