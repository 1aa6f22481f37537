import { toSuccessor } from '#check/fix/successor.ts'
import { placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const commandComposeOne = defineFinding({
  code: 'COMMAND_COMPOSE_ONE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'docker-compose (v1) ya no se mantiene ni se instala.',
    hint: 'Escribe «docker compose».',
    why: 'Compose v1 dejó de mantenerse en 2023 y las instalaciones nuevas no lo traen.',
    fixed: 'donde el comando está escrito tal cual, también dentro de ssh o bash -c: escribe docker compose',
  },
  en: {
    message: 'docker-compose (v1) is no longer maintained or installed.',
    hint: 'Write `docker compose`.',
    why: 'Compose v1 has had no maintenance since 2023, and new installations do not have it.',
    fixed: 'where the command is written as it is, inside ssh or bash -c too: writes docker compose',
  },
  wrong: ['```bash step=start', 'docker-compose up -d', '```'],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=start',
    'docker compose up -d',
    '```',
  ],
})

/** A program that nothing installs any more, as another stands in its place. */
export const composeV1 = pageRule([commandComposeOne], ({ calls }) =>
  calls
    .filter(({ traits }) => traits.supersededBy !== undefined)
    .map((call) => commandComposeOne.at(placeOfCall(call), {}, toSuccessor(call))),
)
