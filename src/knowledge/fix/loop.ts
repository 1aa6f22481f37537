import type { Finding } from '#finding/finding.ts'
import { applyEdits, type Edit, editsIn, overlap, sameEdit } from '#finding/fix.ts'

/** Documents that are checked together, by file: without a byte order mark. */
export type Texts = ReadonlyMap<string, string>

/** What is found in documents. */
export interface Found {
  /** In their text as such. */
  document: readonly Finding[]
  /** By rules, which need every document to be readable as a whole. */
  rules: readonly Finding[]
  readable: boolean
}

/** One edit that was made. */
export interface Change {
  finding: Finding
  edit: Edit
  /** The lines it touched, before and after. */
  before: string
  after: string
}

/** Documents after all that is certain was fixed. */
export interface Fixed {
  texts: Texts
  changes: readonly Change[]
  /** Fixes that were not made, each with a finding it would have caused. */
  refused: readonly { finding: Finding; because: Finding }[]
}

interface State {
  texts: Texts
  found: Found
  changes: readonly Change[]
}

type Check = (texts: Texts) => Promise<Found>

/** No page needs as many; it ends whatever the fixes do to each other. */
const ROUNDS = 200
/** A fix may show something that has a fix of its own: so many times in a row. */
const FOLLOWING = 4

/**
 * Makes the edits of findings, checks again, and so on until none is left. An edit that causes a
 * finding there was not is not made. Pure but for `check`.
 */
export async function fixTexts(texts: Texts, check: Check): Promise<Fixed> {
  let now: State = { texts, found: await check(texts), changes: [] }
  let refused = new Map<string, Fixed['refused'][number]>()
  let since = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixes = apart(
      all(now.found).filter((found) => fixableIn(found, now.texts) && !refused.has(keyOf(found, now))),
    )
    if (fixes.length === 0) {
      // What was refused may do no harm now.
      if (refused.size === 0 || now.changes.length === since) break
      since = now.changes.length
      refused = new Map()
      continue
    }
    const next = await attempt(now, fixes, check)
    if ('texts' in next) now = next
    else if (fixes.length > 1) now = await oneByOne(now, { fixes, check, refused })
    else refused.set(keyOf(fixes[0] as Finding, now), { finding: fixes[0] as Finding, because: next })
  }
  return { texts: now.texts, changes: now.changes, refused: [...refused.values()] }
}

interface Singly {
  fixes: readonly Finding[]
  check: Check
  refused: Map<string, Fixed['refused'][number]>
}

/** The first fix that does no harm; those before it are refused. */
async function oneByOne(now: State, { fixes, check, refused }: Singly): Promise<State> {
  for (const fix of fixes) {
    const next = await attempt(now, [fix], check)
    if ('texts' in next) return next
    refused.set(keyOf(fix, now), { finding: fix, because: next })
  }
  return now
}

/** The documents with these fixes, and those of what they show; or what they would cause that has no fix. */
async function attempt(now: State, fixes: readonly Finding[], check: Check): Promise<State | Finding> {
  let next = await withEdits(now, fixes, check)
  let why: Finding | undefined
  for (let count = 0; ; count += 1) {
    const caused = introduced(now.found, next.found)
    const [first] = caused
    why ??= first
    if (!first) return why && isSame(now.texts, next.texts) ? why : next
    const following = apart(caused.filter((found) => fixableIn(found, next.texts)))
    if (following.length === 0 || count === FOLLOWING) return first
    next = await withEdits(next, following, check)
  }
}

/** What follows may undo what was done: copying a block takes back what was fixed in the copy alone. */
const isSame = (before: Texts, after: Texts): boolean => [...before].every(([file, text]) => after.get(file) === text)

async function withEdits({ texts, changes }: State, fixes: readonly Finding[], check: Check): Promise<State> {
  const edits = distinct(fixes.flatMap((finding) => editsIn(finding.fix).map((edit) => ({ finding, edit }))))
  const files = Map.groupBy(edits, ({ edit }) => edit.place.file)
  const after = new Map(texts)
  for (const [file, of] of files) {
    const text = texts.get(file) as string
    const put = of.map(({ edit }) => edit)
    after.set(file, applyEdits(text, put))
  }
  const made = [...files].flatMap(([file, of]) => changesIn(texts.get(file) as string, of))
  return { texts: after, found: await check(after), changes: [...changes, ...made] }
}

const distinct = (edits: readonly { finding: Finding; edit: Edit }[]) =>
  edits.filter(({ edit }, index) => edits.findIndex((other) => sameEdit(other.edit, edit)) === index)

/** The changes edits make to a text: those of the same lines show what all of them come to, and a finding shows it once. */
function changesIn(text: string, edits: readonly Omit<Change, 'before' | 'after'>[]): Change[] {
  const byLines = Map.groupBy(edits, ({ edit }) => Object.values(rangeOf(text, edit)).join())
  return [...byLines.values()].flatMap((of) => {
    const lines = linesOf(
      text,
      of.map(({ edit }) => edit),
    )
    const first = new Map(of.map((one) => [one.finding.code, one]))
    return [...first.values()].map((one) => ({ ...one, ...lines }))
  })
}

/** The lines edits touch, as they are and as they will be. */
function linesOf(text: string, edits: readonly Edit[]): { before: string; after: string } {
  const ranges = edits.map((edit) => rangeOf(text, edit))
  const [from, to] = [Math.min(...ranges.map((one) => one.from)), Math.max(...ranges.map((one) => one.to))]
  const before = text.slice(from, to)
  const moved = edits.map(({ place, text: put }) => ({ place: moveBack(place, from), text: put }))
  return { before, after: applyEdits(before, moved) }
}

const moveBack = ({ file, start, end }: Edit['place'], by: number) => ({
  file,
  start: { ...start, offset: start.offset - by },
  end: { ...end, offset: end.offset - by },
})

/** The offsets of the lines an edit touches, without the ending of the last one. */
function rangeOf(text: string, { place: { start, end } }: Edit): { from: number; to: number } {
  const from = text.lastIndexOf('\n', start.offset - 1) + 1
  const whole = end.offset > from && text[end.offset - 1] === '\n'
  const next = whole ? end.offset : text.indexOf('\n', end.offset)
  return { from, to: next < 0 ? text.length : next }
}

const all = ({ document, rules }: Found): readonly Finding[] => [...document, ...rules]

/** Whether a finding has edits, all of them in these documents. */
const fixableIn = ({ fix }: Finding, texts: Texts): boolean =>
  editsIn(fix).length > 0 && editsIn(fix).every(({ place }) => texts.has(place.file))

/** What a fix does, wherever other edits have moved it. */
const keyOf = ({ code, fix }: Finding, { texts }: State): string =>
  JSON.stringify([
    code,
    editsIn(fix).map((edit) => [edit.place.file, linesOf(texts.get(edit.place.file) as string, [edit])]),
  ])

/** Findings whose edits do not touch each other, the first ones first. Twins may share an edit. */
function apart(findings: readonly Finding[]): Finding[] {
  const taken: Edit[] = []
  return findings.filter(({ fix }) => {
    const edits = editsIn(fix)
    const free = edits.every((edit) => taken.every((other) => sameEdit(edit, other) || !overlap(edit, other)))
    if (free) taken.push(...edits)
    return free
  })
}

/** Findings there are more of than before. Before a page can be read, only those of its text can be compared. */
function introduced(before: Found, after: Found): Finding[] {
  const were = Map.groupBy(before.readable ? all(before) : before.document, kindOf)
  const are = Map.groupBy(before.readable ? all(after) : after.document, kindOf)
  return [...are].flatMap(([kind, found]) => (found.length > (were.get(kind)?.length ?? 0) ? found : []))
}

const kindOf = ({ code, place }: Finding) => `${place.file} ${code}`
