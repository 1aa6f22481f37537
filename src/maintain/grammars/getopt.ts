import type { Flag } from '#tools/match/model.ts'
import { probe } from './probe.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']

/**
 * The flags of a program that reads them with getopt_long, asked one by one:
 * its own refusals say which there are and which take a value, its help which
 * letters stand for which long flags.
 */
export async function getoptFlags(tool: string, command: readonly string[] = []): Promise<Flag[]> {
  const help = await probe(tool, [...command, '--help'])
  const ask = (...args: readonly string[]) => probe(tool, [...command, ...args])
  const long = await each(await longNames(help, ask), (name) => longFlag(name, ask))
  const short = await each(LETTERS, (letter) => shortFlag(letter, ask))
  return paired(long, short, help)
}

type Ask = (...args: readonly string[]) => Promise<string>

/** One after another: what a probe starts must not disturb the next. */
async function each<Item>(items: readonly Item[], read: (item: Item) => Promise<Flag | undefined>): Promise<Flag[]> {
  const flags: Flag[] = []
  for (const item of items) {
    const flag = await read(item)
    if (flag) flags.push(flag)
  }
  return flags
}

/** Names in the help, and those getopt lists when the start of one is ambiguous. */
async function longNames(help: string, ask: Ask): Promise<string[]> {
  const answers = await Promise.all([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ask(`--${letter}`)))
  const listed = answers.filter((answer) => answer.includes('ambiguous'))
  const names = [help, ...listed].flatMap((text) =>
    [...text.matchAll(/(?<![\w-])--[a-zA-Z][\w-]*/g)].map(([name]) => name),
  )
  return [...new Set(names)].toSorted()
}

// The words of glibc's getopt_long, of popt (rsync) and of curl.
const UNKNOWN = /(unrecognized|unknown|invalid) option|ambiguous|is unknown/
const WANTS = /requires an argument|requires parameter|missing argument/
const REFUSES = /n't allow an argument|not allow an argument|not take an argument/

async function longFlag(name: string, ask: Ask): Promise<Flag | undefined> {
  const given = await ask(`${name}=x`)
  if (UNKNOWN.test(given)) return undefined
  if (INFORMATIVE.has(name)) return { names: [name], informative: true }
  if (REFUSES.test(given)) return { names: [name] }
  return { names: [name], value: 'string', ...(!WANTS.test(await ask(name)) && { optionalValue: true }) }
}

const INFORMATIVE = new Set(['--help', '--version'])

async function shortFlag(letter: string, ask: Ask): Promise<Flag | undefined> {
  const name = `-${letter}`
  const answer = await ask(name)
  if (WANTS.test(answer)) return { names: [name], value: 'string' }
  if (UNKNOWN.test(answer)) return undefined
  return UNKNOWN.test(await ask(`${name}~`))
    ? { names: [name] }
    : { names: [name], value: 'string', optionalValue: true }
}

/** `-f, --follow` of the help as one flag with two names, when both take the same. */
export function paired(long: readonly Flag[], short: readonly Flag[], help: string): Flag[] {
  const pairs = help.matchAll(/(?<=^|[\s,])-(\w)(?:[ =]?[^\s,-][^\s,]*)?,? +(--[a-zA-Z][\w-]*)/gm)
  const letters = new Map([...pairs].map(([, letter, name]) => [name, `-${letter}`]))
  const taken = new Set<string>()
  const both = long.map((flag) => {
    const letter = letters.get(flag.names[0] as string)
    const other = short.find(({ names }) => names[0] === letter)
    if (!letter || !other || taken.has(letter) || !takesAlike(flag, other)) return flag
    taken.add(letter)
    return { ...flag, names: [...flag.names, letter] }
  })
  return [...both, ...short.filter(({ names }) => !taken.has(names[0] as string))]
}

const takesAlike = (one: Flag, other: Flag): boolean =>
  one.value === other.value && one.optionalValue === other.optionalValue
