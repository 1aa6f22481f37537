import type { ComposeService } from '#check/files/compose/shown.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'

export const fileLogOption = defineFinding({
  code: 'FILE_LOG_OPTION',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El driver de registros {driver} no tiene la opción «{found}»: Docker no arrancaría el contenedor.',
    hint: 'Corrige la opción.[? Quizá querías {suggestion}.]',
    why: 'Cada driver de registros admite sus opciones y rechaza las demás: el contenedor no arranca. awslogs-stream-prefix, por ejemplo, es de ECS y no de Docker.',
  },
  en: {
    message: 'The log driver {driver} has no option `{found}`: Docker would not start the container.',
    hint: 'Correct the option.[? Did you mean {suggestion}?]',
    why: 'Each log driver takes its options and refuses the rest: the container does not start. awslogs-stream-prefix, for one, belongs to ECS and not to Docker.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    logging:',
    '      driver: awslogs',
    '      options: { awslogs-stream-prefix: api }',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    logging:',
    '      driver: awslogs',
    '      options: { awslogs-stream: api }',
    '```',
  ],
})

/** Options of the log drivers (docs.docker.com/engine/logging/drivers). Drivers not named here are not checked. */
const COMMON = ['mode', 'max-buffer-size', 'tag', 'labels', 'labels-regex', 'env', 'env-regex']
const LOG_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  awslogs: [
    'region',
    'endpoint',
    'group',
    'create-group',
    'create-stream',
    'stream',
    'datetime-format',
    'multiline-pattern',
    'credentials-endpoint',
    'force-flush-interval-seconds',
    'max-buffered-events',
    'format',
  ].map((name) => `awslogs-${name}`),
  'json-file': ['max-size', 'max-file', 'compress'],
  local: ['max-size', 'max-file', 'compress'],
}

export function logOptions({ logDriver, logOptions: given }: ComposeService): Finding[] {
  const known = LOG_OPTIONS[logDriver?.text ?? '']
  if (!known) return []
  const all = [...known, ...COMMON]
  return given
    .filter(({ text }) => !all.includes(text))
    .map(({ text, place }) =>
      fileLogOption.at(place, { found: text, driver: logDriver?.text, suggestion: suggest(text, all) }),
    )
}
