import { ask, placeOfWord } from '#check/page/call.ts'
import { variablesGiven } from '#check/page/variables-given.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameSocketUnknown = defineFinding({
  code: 'NAME_SOCKET_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: '{name} es «{found}», y ahí no hay ningún socket de Cloud SQL montado.',
    hint: 'Monta la instancia con --set-cloudsql-instances y usa /cloudsql/ seguido de su nombre de conexión.[? Aquí, {expected}.]',
    why: 'Cloud Run monta en /cloudsql solo las instancias que se le piden. Con otra dirección la aplicación no encuentra su base de datos.',
  },
  en: {
    message: '{name} is `{found}`, and no socket of Cloud SQL is mounted there.',
    hint: 'Mount the instance with --set-cloudsql-instances and use /cloudsql/ followed by its connection name.[? Here, {expected}.]',
    why: 'Cloud Run mounts under /cloudsql only the instances it is asked for. With another address the application does not find its database.',
  },
  wrong: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated \\',
    '  --set-env-vars=DB_HOST=/cloudsql/my-project:europe-west1:otra \\',
    '  --set-cloudsql-instances=my-project:europe-west1:shop',
    '```',
  ],
  right: [
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated \\',
    '  --set-env-vars=DB_HOST=/cloudsql/my-project:europe-west1:shop \\',
    '  --set-cloudsql-instances=my-project:europe-west1:shop',
    '```',
  ],
})

/**
 * The address of a database that is no socket Cloud Run mounts: `/cloudsql/INSTANCE`
 * exists only for the instances of `--set-cloudsql-instances`
 * (cloud.google.com/sql/docs/postgres/connect-run).
 */
export const socket = pageRule([nameSocketUnknown], ({ calls }) => {
  const mounted: string[] = []
  return calls.flatMap((call) => {
    const here = ask(call, 'deployment')?.databases ?? []
    mounted.push(...here)
    return variablesGiven(call).flatMap(({ name, value, word }): Finding[] => {
      const asksSocket = /^\/?cloudsql\//.test(value)
      const shouldAsk = here.length > 0 && DATABASE_HOST.test(name)
      if ((!asksSocket && !shouldAsk) || mounted.some((instance) => value === `/cloudsql/${instance}`)) return []
      const expected = mounted.at(-1)
      const data = { name, found: shown(value), expected: expected && `/cloudsql/${shown(expected)}` }
      return [nameSocketUnknown.at(placeOfWord(call, word), data)]
    })
  })
})

const DATABASE_HOST = /^(DB|DATABASE|PG|POSTGRES|MYSQL|SQL)_?HOST$/

const shown = (text: string) => text.replaceAll(/\$\{(\w+)(#\d+)?\}/g, '$$$1')
