import type { LineWord } from '../match/line.ts'

/** Kinds of things that commands go to: whichever it is, what they change is there. */
export type DestinationKind = 'project' | 'region' | 'account' | 'host' | 'context'

/** Where a command goes, or lets later ones go. `name` is undefined, or holds `${NAME}`, where only a run can tell. */
export interface Destination {
  kind: DestinationKind
  name: string | undefined
}

/** Variables of the environment that say where a program goes, and what they name. */
export type DestinationVariables = Readonly<Record<string, DestinationKind>>

/** Destinations of one kind that words name. */
export const destinations = (kind: DestinationKind, words: readonly (LineWord | undefined)[]): Destination[] =>
  words.flatMap((word) => (word ? [{ kind, name: word.text }] : []))

/** The machine of an address: `host` of `user@host`, `user@host:path` and `ssh://user@host:22/path`. */
export function hostOf(address: string): string {
  const [, authority] = /^[a-z][\w+.-]*:\/\/([^/]*)/.exec(address) ?? []
  const [, host = ''] = /^(?:.*@)?(\[[^\]]*\]|[^:/]*)/.exec(authority ?? address) ?? []
  return host.replaceAll(/[[\]]/g, '')
}

/** The machines that addresses name. */
export const hosts = (words: readonly (LineWord | undefined)[]): Destination[] =>
  words.flatMap((word) =>
    word ? [{ kind: 'host' as const, name: word.text === undefined ? undefined : hostOf(word.text) }] : [],
  )

/** Among paths, those of another machine: `user@host:path` and addresses; and what may be one, as its text is not known. */
export const remotePaths = (words: readonly LineWord[]): LineWord[] =>
  words.filter(({ text }) => text === undefined || /^[^/]*:/.test(text) || /^\$\{\w+(#\d+)?\}$/.test(text))

/** Projects and regions in names of resources of Google Cloud: `projects/P/locations/R/…`. */
export const resourceDestinations = (words: readonly LineWord[]): Destination[] => [
  ...found('project', /(?:^|[/=,])projects\/([^/,\s]+)/g, words),
  ...found('region', /(?:^|\/)(?:locations|regions)\/([^/,\s]+)/g, words),
]

/** Projects and regions of images in registries of Google Cloud: `R-docker.pkg.dev/P/…`, `gcr.io/P/…`. */
export const imageDestinations = (words: readonly LineWord[]): Destination[] => [
  ...found('project', /(?:-docker\.pkg\.dev|(?:^|[/=.])gcr\.io)\/([^/,\s]+)/g, words),
  ...found('region', /(?:^|[/=,])([^/=,]+)-docker\.pkg\.dev/g, words),
]

const found = (kind: DestinationKind, pattern: RegExp, words: readonly LineWord[]): Destination[] =>
  words.flatMap(({ text = '' }) => [...text.matchAll(pattern)].map(([, name]) => ({ kind, name })))

/** The values of options as they are written, of commands too whose grammar is not known. */
export function valuesWritten(words: readonly LineWord[], names: readonly string[]): LineWord[] {
  return words.flatMap((one, index): LineWord[] => {
    const written = one.text ?? one.word.text.replace(/^["']/, '')
    const name = names.find((option) => written === option || written.startsWith(`${option}=`))
    if (name === undefined) return []
    if (written === name) return words.slice(index + 1, index + 2)
    return [{ word: one.word, text: one.text?.slice(name.length + 1) }]
  })
}
