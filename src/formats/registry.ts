/** How files of a format are told apart. */
interface FormatEntry {
  /** Paths that are of this format whatever they hold. */
  path: RegExp
  /** Languages of code fences, in small letters. */
  languages: readonly string[]
  /** What a file without a name is called. */
  unnamed: string
  /** Data, in which a line `...` stands for what is left out: no program reads it so. */
  isData?: true
}

const NONE: readonly string[] = []

/** The formats whose files are read and checked; where two claim a path, the first has it. */
export const FORMATS = {
  dockerfile: {
    path: /(^|\/)Dockerfile(\.(?!dockerignore$)[\w-]+)?$|\.dockerfile$/i,
    languages: ['dockerfile', 'docker'],
    unnamed: 'Dockerfile',
  },
  compose: { path: /(^|\/)(docker-)?compose[\w.-]*\.ya?ml$/, languages: NONE, unnamed: 'yaml', isData: true },
  workflow: { path: /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, languages: NONE, unnamed: 'yaml', isData: true },
  'cloud-build': { path: /(^|\/)cloudbuild[\w.-]*\.ya?ml$/, languages: NONE, unnamed: 'yaml', isData: true },
  yaml: { path: /\.ya?ml$/, languages: ['yaml', 'yml'], unnamed: 'yaml', isData: true },
  json: { path: /\.json$/, languages: ['json'], unnamed: 'json', isData: true },
  toml: { path: /\.toml$/, languages: ['toml'], unnamed: 'toml', isData: true },
  python: { path: /\.py$/, languages: ['python', 'py'], unnamed: 'python' },
  nginx: {
    path: /(^|\/)(nginx[\w.-]*\.conf|(nginx|sites-(available|enabled)|conf\.d)\/.+)$/,
    languages: ['nginx'],
    unnamed: 'nginx',
  },
  systemd: {
    path: /\.(service|timer|socket|path|mount|target|slice)(\.d\/[^/]+\.conf)?$/,
    languages: ['systemd'],
    unnamed: 'systemd',
  },
  env: { path: /(^|\/)[\w-]*\.env(\.[\w.-]+)?$/, languages: ['env', 'dotenv'], unnamed: 'env' },
  makefile: { path: /(^|\/)(GNU)?[Mm]akefile(\.[\w-]+)?$|\.mk$/, languages: ['makefile', 'make'], unnamed: 'Makefile' },
} satisfies Readonly<Record<string, FormatEntry>>

/** Formats whose files are checked. */
export type FormatName = keyof typeof FORMATS

const ENTRIES = Object.entries(FORMATS) as [FormatName, FormatEntry][]

/** The format that has a path of this name. */
export const formatOfPath = (path: string): FormatName | undefined =>
  ENTRIES.find(([, entry]) => entry.path.test(path))?.[0]

/** The format a fence's language says, whatever its case. */
export const formatOfLanguage = (language: string): FormatName | undefined =>
  ENTRIES.find(([, { languages }]) => languages.includes(language.toLowerCase()))?.[0]

/** Whether a format is data. */
export const isData = (format: FormatName): boolean => 'isData' in FORMATS[format]

/** What a file without a name is called, by its fence's language; `ini` is the format its text is of. */
export const UNNAMED: ReadonlyMap<string, string> = new Map([
  ...ENTRIES.flatMap(([, { languages, unnamed }]) => languages.map((language) => [language, unnamed] as const)),
  ['ini', 'ini'],
])
