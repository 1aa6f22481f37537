import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText } from './pages.ts'

const SETTINGS = 'runbooks/fixtures/maravia/laptop/maravia/src/orquestador/settings.py'

const PAGES = [
  {
    page: 'content/docs/guides/maravia-configuration.md',
    words: {
      required: 'obligatoria',
      empty: 'vacío',
      text: 'texto',
      address: 'dirección',
      secret: 'secreto',
      list: 'lista separada por comas',
      seconds: (limit: string) => `más de 0, hasta ${limit}`,
      characters: (least: string) => `secreto, ${least} caracteres o más`,
      between: (least: string, most: string) => `de ${least} a ${most}`,
      atLeast: (least: string) => `${least} o más`,
    },
  },
  {
    page: 'content/docs/en/guides/maravia-configuration.md',
    words: {
      required: 'required',
      empty: 'empty',
      text: 'text',
      address: 'address',
      secret: 'secret',
      list: 'comma-separated list',
      seconds: (limit: string) => `more than 0, up to ${limit}`,
      characters: (least: string) => `secret, ${least} characters or more`,
      between: (least: string, most: string) => `${least} to ${most}`,
      atLeast: (least: string) => `${least} or more`,
    },
  },
]

type Words = (typeof PAGES)[number]['words']

interface Setting {
  readonly name: string
  readonly type: string
  readonly value: string | undefined
}

const code = readFileSync(SETTINGS, 'utf8')

/** The longest a time may be, in seconds, as the code says it. */
const LONGEST = /^Seconds = .*\ble=(\d+)/m.exec(code)?.[1] ?? 'not found'

/** The fields of the class, in its order: `name: type = value`. */
const settings: Setting[] = [...code.matchAll(/^ {4}([a-z_]+): (.+?)(?: = (.+))?$/gm)].map(
  ([, name = '', type = '', value]) => ({
    name: name.toUpperCase(),
    type,
    value,
  }),
)

const limit = ({ value }: Setting, name: string): string | undefined =>
  new RegExp(`\\b${name}=(\\d+)`).exec(value ?? '')?.[1]

const cell = (text: string): string => `\`${text}\``

/** What a setting is when nobody says it: the argument `default`, or the value itself. */
const defaultOf = (setting: Setting, words: Words): string => {
  const { value = 'Field()' } = setting
  const given = value.startsWith('Field(')
    ? /\bdefault=("[^"]*"|[\w.]+)/.exec(value)?.[1]
    : /^(?:\w+\()?("[^"]*"|[^)]*)\)?$/.exec(value)?.[1]
  if (given === undefined) return words.required
  if (given === 'None' || given === '[]') return words.empty
  return cell(/^(True|False)$/.test(given) ? given.toLowerCase() : given.replaceAll('"', ''))
}

const numberOf = (setting: Setting, words: Words): string => {
  const [least = 'no limit', most] = [limit(setting, 'ge'), limit(setting, 'le')]
  return most === undefined ? words.atLeast(least) : words.between(least, most)
}

const secretOf = (setting: Setting, words: Words): string => {
  const least = limit(setting, 'min_length') ?? '0'
  return Number(least) > 1 ? words.characters(least) : words.secret
}

/** What a setting accepts, from its type and limits. A type that is new here fails, so that somebody words it. */
const acceptedOf = (setting: Setting, words: Words): string => {
  const { type } = setting
  if (type.startsWith('SecretStr')) return secretOf(setting, words)
  if (type.startsWith('HttpUrl')) return words.address
  if (type.startsWith('Literal[')) return [...type.matchAll(/"([^"]+)"/g)].map(([, one = '']) => cell(one)).join(', ')
  if (type.startsWith('Annotated[list[str]')) return words.list
  if (type === 'Seconds') return words.seconds(LONGEST)
  if (type === 'int') return numberOf(setting, words)
  if (type === 'bool') return '`true`, `false`'
  if (type === 'str') return words.text
  throw new Error(`no words for the type ${type} of ${setting.name}`)
}

/** The first three columns of the rows that begin with a variable. */
const rowsOf = (page: string): string[] =>
  [...readText(page).matchAll(/^\| (`[A-Z][A-Z_]+`) \| (.+?) \| (.+?) \|/gm)].map(([, ...columns]) =>
    columns.join(' | '),
  )

describe.each(PAGES)('$page', ({ page, words }) => {
  test('has a row for each setting of the application, with its default and limits, in its order', () => {
    expect(settings.length).toBeGreaterThan(20)
    const expected = settings.map((one) => `${cell(one.name)} | ${defaultOf(one, words)} | ${acceptedOf(one, words)}`)
    expect(rowsOf(page)).toEqual(expected)
  })
})
