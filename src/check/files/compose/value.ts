import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { servicesOf } from '#formats/compose/model.ts'
import { isInterpolable } from '#formats/dotenv/interpolate.ts'
import { isMapping, record } from '#formats/yaml/value.ts'
import type { Localized } from '#schema/locale.ts'
import { placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'

export const fileComposeValue = defineFinding({
  code: 'FILE_COMPOSE_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'En {found}, Compose espera {expectedEs}.',
    hint: 'Corrige el valor.',
    why: 'Compose lee cada valor antes de arrancar nada: tipos, duraciones, tamaños, puertos y variables.',
  },
  en: {
    message: 'In {found}, Compose expects {expectedEn}.',
    hint: 'Correct the value.',
    why: 'Compose reads each value before it starts anything: types, durations, sizes, ports and variables.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: "8000:8000"',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '```',
  ],
})

/**
 * Values Compose's schema takes for any text, and Compose or the engine refuses: durations, sizes, ports,
 * policies, and a `${` that is no variable. Source: what compose-go 2.26 decodes, and the engine's API.
 */
export function valueFindings(at: ComposeAt): Finding[] {
  return [
    ...servicesOf(at.root).flatMap(([name, body]) => serviceValues(at, ['services', name], body)),
    ...texts(at.root, [])
      .filter(({ text }) => !isInterpolable(text))
      .map(({ path }) => valueFinding(at, path, DOLLAR)),
  ]
}

interface Kind {
  /** Keys below the service that hold such a value. */
  keys: readonly string[]
  fits: (text: string) => boolean
  expected: Localized
}

const DOLLAR: Localized = {
  es: 'una variable entera, ${NOMBRE}, o $$ para un dólar',
  en: 'a whole variable, ${NAME}, or $$ for a dollar sign',
}

const KINDS: readonly Kind[] = [
  {
    keys: [
      'healthcheck.interval',
      'healthcheck.timeout',
      'healthcheck.start_period',
      'healthcheck.start_interval',
      'stop_grace_period',
      'deploy.update_config.delay',
      'deploy.update_config.monitor',
      'deploy.rollback_config.delay',
      'deploy.rollback_config.monitor',
      'deploy.restart_policy.delay',
      'deploy.restart_policy.window',
    ],
    fits: matches(/^(0|(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d|w))+)$/),
    expected: { es: 'una duración, como 10s o 1m30s', en: 'a duration, like 10s or 1m30s' },
  },
  {
    keys: [
      'mem_limit',
      'mem_reservation',
      'memswap_limit',
      'shm_size',
      'deploy.resources.limits.memory',
      'deploy.resources.reservations.memory',
    ],
    fits: matches(/^(-1|\d+(\.\d+)? ?([kmgtp]i?)?b?)$/i),
    expected: { es: 'un tamaño, como 512m o 1g', en: 'a size, like 512m or 1g' },
  },
  {
    keys: ['cpus', 'deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'],
    fits: matches(/^\d*\.?\d+$/),
    expected: { es: 'un número de procesadores, como 0.5', en: 'a number of processors, like 0.5' },
  },
  {
    keys: ['restart'],
    fits: matches(/^(no|always|unless-stopped|on-failure(:\d+)?)$/),
    expected: { es: 'no, always, on-failure o unless-stopped', en: 'no, always, on-failure or unless-stopped' },
  },
  {
    keys: ['ports.*'],
    fits: isPort,
    expected: {
      es: 'un puerto, como 8000:80 o 127.0.0.1:8000:80/tcp',
      en: 'a port, like 8000:80 or 127.0.0.1:8000:80/tcp',
    },
  },
]

function matches(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text)
}

function serviceValues(at: ComposeAt, path: readonly string[], body: unknown): Finding[] {
  return KINDS.flatMap(({ keys, fits, expected }) =>
    keys
      .flatMap((key) => valuesAt(body, key.split('.')))
      .filter(({ text }) => !text.includes('$') && !fits(text))
      .map((value) => valueFinding(at, [...path, ...value.path], expected)),
  )
}

function valueFinding({ file, document }: ComposeAt, path: readonly string[], expected: Localized): Finding {
  const data = { found: path.join('.'), expectedEs: expected.es, expectedEn: expected.en }
  return fileComposeValue.at(placeOfValue(file, document, path), data)
}

interface Text {
  text: string
  path: readonly string[]
}

/** The text at a path, or the texts of a list at `*`. Numbers are the schema's to judge. */
function valuesAt(value: unknown, [key, ...rest]: readonly string[], path: readonly string[] = []): Text[] {
  if (key === undefined) return typeof value === 'string' ? [{ text: value, path }] : []
  if (key === '*')
    return Array.isArray(value) ? value.flatMap((item, at) => valuesAt(item, rest, [...path, String(at)])) : []
  return valuesAt(record(value)[key], rest, [...path, key])
}

/** Every text of a value, below its keys. */
function texts(value: unknown, path: readonly string[]): Text[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((item, at) => texts(item, [...path, String(at)]))
  return isMapping(value) ? Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key])) : []
}

/** `[[address:]host:]container[/protocol]`, each port one or a range. */
function isPort(text: string): boolean {
  const [, host = '', container = ''] = /^(?:(.*):)?([\d-]+)(?:\/(?:tcp|udp|sctp))?$/.exec(text) ?? []
  const [, address = '', published = ''] = /^(?:(.*):)?([\d-]*)$/.exec(host) ?? []
  const known = host === '' || published !== '' || address !== ''
  const addressed =
    address === '' || /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\]|[0-9a-f]*(:[0-9a-f]*){2,})$/i.test(address)
  return known && addressed && isRange(container) && (published === '' || isRange(published))
}

function isRange(text: string): boolean {
  const [from = '', to = from, ...more] = text.split('-')
  const numbers = [from, to].map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : Number.NaN))
  const [first = Number.NaN, last = Number.NaN] = numbers
  return more.length === 0 && first <= last && last <= 65535
}
