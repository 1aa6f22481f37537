import type { Chain } from './encoded-forms.ts'
import type { ReaderState } from './reader.ts'

/** A stretch of the text scanned: offsets, `end` exclusive. */
export interface Found {
  start: number
  end: number
  /** It is one secret with the stretch before it, if that ends where it starts. */
  continues: boolean
}

/** Looks for secrets in a text that comes in parts. */
export interface Scanner {
  /** Takes the next part; gives the secrets that end in it, some perhaps within others. */
  push(text: string): Found[]
  /** Where the earliest of what may yet turn out to be a secret starts; the end of the text when nothing may. */
  undecided(): number
  /** The same of what is so much like a secret that it cannot be by chance. */
  likely(): number
  /** First parts of secrets that the text ends in, or breaks off: another may go on with them. */
  broken(): readonly Broken[]
  /** Forgets those that end before. */
  forget(end: number): void
}

/** The first part of a secret. */
export interface Broken extends Pick<Candidate, 'chain' | 'index' | 'start'> {
  end: number
}

/** What looks like a secret so far: the symbol of a chain that is being read. */
export interface Candidate {
  chain: Chain
  index: number
  state: ReaderState
  start: number
}

/** What a text may be the start of, and the secrets that it is, by its first characters; ends are counted from its start. */
export interface Beginning {
  candidates: readonly Omit<Candidate, 'start'>[]
  found: readonly Omit<Found, 'start'>[]
}

/** The beginning that one or two characters make: few pairs begin anything. */
export type Beginnings = (characters: string) => Beginning

/** What texts may begin with where these forms are looked for. */
export function beginningsOf(chains: readonly Chain[]): Beginnings {
  const known = new Map<string, Beginning>()
  const begin = (characters: string): Beginning => {
    const [first = '', second] = characters.split('')
    const before = chains.map((chain) => ({ chain, index: 0, state: chain.readerAt(0).first, start: 0 }))
    if (second === undefined) return advance(before, first, 1)
    const { candidates } = beginnings(first)
    return candidates.length === 0 ? NOTHING : advance(candidates.map(atStart), second, 2)
  }
  const beginnings = (characters: string): Beginning => {
    const found = known.get(characters) ?? begin(characters)
    known.set(characters, found)
    return found
  }
  return beginnings
}

const atStart = <Item>(item: Item) => ({ ...item, start: 0 })

const NONE: readonly Found[] = []

const NOTHING: Beginning = { candidates: [], found: [] }

/** A scanner for the start of a text. */
export function createScanner(beginnings: Beginnings): Scanner {
  let position = 0
  /** In the order of their starts; those that began with the last character are not among them yet. */
  let candidates: readonly Candidate[] = []
  /** The last character, where it begins something. */
  let last = ''
  let brokenOff: Broken[] = []
  const goOn = (character: string): readonly Found[] => {
    if (candidates.length === 0) return NONE
    const moved = advance(candidates, character, position)
    for (const one of moved.lost) if (isBroken(one)) brokenOff.push({ ...one, end: position - 1 })
    candidates = moved.candidates
    return moved.found
  }
  const begin = (characters: string): readonly Found[] => {
    const start = position - characters.length
    const begun = beginnings(characters)
    // Those of one character are known when the next has come: few pairs begin anything.
    if (characters.length === 2 && begun.candidates.length > 0)
      candidates = [...candidates, ...begun.candidates.map((one) => ({ ...one, start }))]
    return begun.found.length === 0 ? NONE : begun.found.map((one) => ({ ...one, start, end: position }))
  }
  const read = (character: string): readonly Found[] => {
    position += 1
    const ended = [goOn(character), last === '' ? NONE : begin(last + character), begin(character)]
    last = beginnings(character).candidates.length > 0 ? character : ''
    return ended.every((found) => found === NONE) ? NONE : ended.flat()
  }
  return {
    push(text) {
      const found: Found[] = []
      for (const character of text.split('')) for (const one of read(character)) found.push(one)
      return found
    },
    undecided: () => candidates[0]?.start ?? (last === '' ? position : position - 1),
    likely: () => candidates.find(isLikely)?.start ?? position,
    broken: () => [...brokenOff, ...candidates.filter(isBroken).map((one) => ({ ...one, end: position }))],
    forget: (end) => {
      brokenOff = brokenOff.filter((one) => one.end > end)
    },
  }
}

/** So many symbols, and this part of all, are no chance. */
const LIKELY_SYMBOLS = 8
const LIKELY_PART = 1 / 3

const isLikely = ({ index, chain }: Candidate) => index >= LIKELY_SYMBOLS && index >= chain.length * LIKELY_PART

/** The fewest symbols of a secret that tell either part of it. */
const PART = 4

const isBroken = ({ index, chain }: Pick<Candidate, 'chain' | 'index'>) => index >= PART && chain.length - index >= PART

/** Where in a text a secret goes on to its end. */
export function continuations({ chain, index: reached }: Broken, text: string): { start: number; end: number }[] {
  let running: readonly Candidate[] = []
  const ends: { start: number; end: number }[] = []
  const state = chain.readerAt(reached).after
  for (let index = 0; index < text.length; index++) {
    // The latest start comes first, and is the one that stays: what may stand between two symbols is not part of it.
    const { candidates, found } = advance(
      [{ chain, index: reached, state, start: index }, ...running],
      text[index] ?? '',
      index + 1,
    )
    running = candidates
    ends.push(...found)
  }
  return ends
}

/** Candidates after one more character, which ends at `end`, those that have become secrets, and those that are none. */
function advance(from: readonly Candidate[], character: string, end: number) {
  const candidates: Candidate[] = []
  const found: Found[] = []
  const lost: Candidate[] = []
  const seen = new Set<number>()
  const add = (one: Candidate) => {
    const key = (one.chain.base + one.index) * STATES + one.state.id
    if (!seen.has(key)) candidates.push(one)
    seen.add(key)
  }
  for (const { chain, index, state, start } of from) {
    const reached = state.next(character)
    if (!reached) {
      lost.push({ chain, index, state, start })
      continue
    }
    if (reached.open) add({ chain, index, state: reached, start })
    if (!reached.complete) continue
    if (index + 1 === chain.length) found.push({ start, end, continues: chain.continues })
    else add({ chain, index: index + 1, state: chain.readerAt(index + 1).after, start })
  }
  return { candidates, found, lost }
}

/** More than any reader has. */
const STATES = 2 ** 16
