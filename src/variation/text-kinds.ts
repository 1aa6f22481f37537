import fc from 'fast-check'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const DIGITS = [...'0123456789']
const HEX = [...DIGITS, ...'abcdef']
const BASE64 = [...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase()), ...DIGITS]
const BASE64_URL = [...BASE64, '-', '_']
/** What password managers put in besides letters and digits. */
const PASSWORD = [...BASE64, ...'!@#$%^&*']

type Kind = fc.Arbitrary<string>

const of = (unit: readonly string[], length: number | { min: number; max: number }): Kind => {
  const { min, max } = typeof length === 'number' ? { min: length, max: length } : length
  return fc.string({ unit: fc.constantFrom(...unit), minLength: min, maxLength: max })
}

const joined = (...parts: Kind[]): Kind => fc.tuple(...parts).map((texts) => texts.join(''))
const any = (...texts: string[]): Kind => fc.constantFrom(...texts)
const number = (min: number, max: number): Kind => fc.integer({ min, max }).map(String)
const word = (max: number) => joined(of(LETTERS, 1), of([...LETTERS, ...DIGITS], { min: 1, max: max - 1 }))

/** Names of lower-case letters, digits and hyphens: short, of several words, and as long as they may be. */
export function nameKinds({ min, max }: { min: number; max: number }): Kind[] {
  const middle = of([...LETTERS, ...DIGITS, '-'], max - 2).map((text) => text.replaceAll('--', '-0'))
  return [
    joined(of(LETTERS, 1), of([...LETTERS, ...DIGITS], { min: min - 1, max: min + 4 })),
    joined(word(6), any('-'), number(2, 99), any('-'), of(LETTERS, { min: 2, max: 6 })),
    joined(of(LETTERS, 1), middle, of([...LETTERS, ...DIGITS], 1)),
  ]
}

/** A user may have `_` too. */
export const userKinds = (): Kind[] => [...nameKinds({ min: 2, max: 32 }), joined(word(8), any('_'), word(8))]

/** Versions as people number them, and what build systems tag with: dates, commits, branches. */
export const tagKinds = (): Kind[] => [
  joined(number(10, 40), any('.'), number(0, 30), any('.'), number(0, 120)),
  joined(number(2024, 2031), any('.'), number(1, 12), any('.'), number(1, 31)),
  of(HEX, 40),
  of(HEX, 7),
  joined(any('v'), number(0, 9), any('.'), number(0, 20), any('.'), number(0, 20)),
  joined(number(1, 9), any('.0.0-rc.'), number(1, 12)),
  joined(number(0, 3), any('.'), number(10, 30)),
  joined(any('feat', 'fix', 'release'), any('-', '_'), word(10), any('-'), number(1, 999)),
  of([...BASE64_URL, '.'], 127).map((text) => `x${text}`),
]

/** One label, several, one that begins with a digit, and a long one; none is a host that exists. */
export function hostKinds(): Kind[] {
  const [, dashed, longest] = nameKinds({ min: 2, max: 63 }) as [Kind, Kind, Kind]
  const labels = fc.array(fc.oneof(word(8), dashed), { minLength: 3, maxLength: 6 }).map((all) => all.join('.'))
  return [
    dashed,
    joined(labels, any('.example.com', '.example.net', '.internal')),
    joined(number(1, 99), any('-'), number(0, 255), any('.'), word(8), any('.example.org')),
    joined(word(10), any('.'), longest, any('.example')),
  ]
}

export function urlKinds(): Kind[] {
  const host = joined(word(8), any('.example.com', '.example.net'))
  return [
    joined(any('https://', 'http://'), host),
    joined(any('https://'), host, any(':'), number(1024, 65_535), any('/')),
    joined(any('https://'), host, any('/api/v'), number(1, 20), any('/'), word(10)),
    joined(any('https://'), host, any('/search?q=ni%C3%B1o&page='), number(1, 99)),
  ]
}

export const emailKinds = (): Kind[] => [
  joined(word(8), any('@example.com')),
  joined(word(8), any('.'), word(8), any('+'), word(6), any('@correo.example.org')),
  joined(of(DIGITS, 6), any('@'), word(12), any('-'), number(2, 9), any('.example.net')),
]

/** The ends, those a machine gives a meaning, and any other. */
export const portKinds = (): Kind[] => [
  any('1', '65535'),
  any('80', '443', '1023', '1024', '5432', '8080'),
  number(2, 65_534),
]

export const integerKinds = (): Kind[] => [any('0', '1', '2'), number(3, 99), number(100, 100_000)]

/** What people write in a line: a word, a name with accents, what is written in code, and a sentence. */
export const textKinds = (): Kind[] => [
  word(12),
  joined(any('María Ibáñez', 'Åse Ødegård', 'Müller & Söhne', "Liam O'Brien"), any('', ' 3.º B', ' (guardia)', ' 🚧')),
  any(
    '"entre comillas"',
    'a $HOME b',
    'uno; dos | tres',
    'C:\\temp\\x',
    '100 % & más',
    '#etiqueta',
    '*',
    '~',
    'a=b c=d',
  ),
  fc.array(word(9), { minLength: 12, maxLength: 30 }).map((words) => words.join(' ')),
]

/** Secrets as generators and password managers make them, none shorter than `shortest`. */
export function secretKinds(shortest: number): Kind[] {
  const made: [number, Kind][] = [
    [32, of(HEX, 32)],
    [36, joined(any('dckr_pat_'), of(BASE64_URL, 27))],
    [36, fc.uuid()],
    [44, joined(of([...BASE64, '+', '/'], 43), any('='))],
    [64, of(HEX, 64)],
    [86, of(BASE64_URL, 86)],
  ]
  return [
    ...made.flatMap(([length, kind]) => (length >= shortest ? [kind] : [])),
    of(PASSWORD, { min: shortest, max: shortest + 24 }),
    of(BASE64, { min: shortest + 1, max: shortest + 90 }),
  ]
}
