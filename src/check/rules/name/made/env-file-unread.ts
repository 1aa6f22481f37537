import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule } from '#check/rule.ts'
import { isEnvFile } from '#check/rules/hazard/env-file.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameEnvFileUnread = defineFinding({
  code: 'NAME_ENV_FILE_UNREAD',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Se cambia {found}, y este docker compose up lee .env: el cambio no llega.',
    hint: 'Añade --env-file {found}.',
    why: 'Compose lee .env del directorio en que se lanza. Cambiar otro archivo y volver a arrancar deja los valores de antes.',
  },
  en: {
    message: '{found} is changed, and this docker compose up reads .env: the change does not arrive.',
    hint: 'Add --env-file {found}.',
    why: 'Compose reads .env of the directory it is started in. Changing another file and starting again leaves the values of before.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=change-level',
    'echo "LOG_LEVEL=debug" >> envs/.env.prod',
    'docker compose up -d',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=change-level',
    'echo "LOG_LEVEL=debug" >> envs/.env.prod',
    'docker compose --env-file envs/.env.prod up -d',
    '```',
  ],
})

/** A file of variables changed, and a `docker compose up` after it that reads another one. */
export const unreadEnv = pageRule([nameEnvFileUnread], (facts) => facts.calls.flatMap((call) => unreadBy(facts, call)))

function unreadBy({ calls }: PageFacts, call: Call): Finding[] {
  const compose = ask(call, 'compose')
  if (!compose?.isUp) return []
  const before = calls.slice(0, calls.indexOf(call)).filter(({ block }) => block === call.block)
  const written = before.flatMap(writtenFiles).filter((file) => isEnvFile(file) && file !== '.env' && file !== './.env')
  const read = compose.envFiles.map(({ text }) => text)
  const unread = written.find((file) => !read.some((one) => mayBe(file, one)))
  return unread ? [nameEnvFileUnread.at(placeOfCall(call), { found: unread })] : []
}

/** Whether two paths may be of one file, the longer one from further out: there may be a `cd` between them. */
const mayBe = (one: string, other = ''): boolean =>
  one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)

const writtenFiles = ({ command }: Call): string[] =>
  command.redirects.flatMap(({ operator, target }) => (operator.includes('>') ? (target?.value ?? []) : []))
