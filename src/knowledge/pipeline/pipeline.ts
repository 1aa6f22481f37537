import type { Page } from '#document/model.ts'
import { addressFile, pageFiles, readPage } from '../pages.ts'
import { FIXTURES, RUNBOOKS } from '../paths.ts'
import { forgetWorlds } from '../worlds.ts'
import { stillThere } from './file-existence.ts'
import { checkGroups, type GroupResult } from './group.ts'
import { type CheckedKnowledge, mergeGroups } from './site.ts'
import { checkInThreads } from './threads.ts'

/** The knowledge base, with what was found in each page kept in memory, so that a change costs what changed. */
export interface Knowledge {
  /** Everything there is to find now. */
  check(): Promise<CheckedKnowledge>
  /** Takes in files that may have changed, appeared or gone, relative to the project's root; all without a list. */
  update(files?: readonly string[]): Promise<void>
}

export interface KnowledgeOptions {
  /** Whether pages are spread over the processor's cores; by default, where there are enough of them. */
  threads?: boolean
}

/** Fewer addresses than this are checked sooner than threads start. */
const WORTH_THREADS = 200

/** Reads and checks every page once. */
export async function openKnowledge({ threads }: KnowledgeOptions = {}): Promise<Knowledge> {
  const known = new Map<string, Known>()
  const checkAll = (groups: readonly string[][]) =>
    (threads ?? groups.length >= WORTH_THREADS) ? checkInThreads(groups) : checkGroups(groups)
  const knowledge: Knowledge = {
    check: () => merge(known),
    update: (files) => update(known, checkAll, files),
  }
  await knowledge.update()
  return knowledge
}

/** What is known of an address. */
interface Known {
  result: GroupResult
  incidents: readonly Page[]
}

/** A page is checked again when it, its translation or its script changed, and all are when a seed world did: rules look into it. */
async function update(
  known: Map<string, Known>,
  checkAll: (groups: readonly string[][]) => Promise<GroupResult[]>,
  files?: readonly string[],
): Promise<void> {
  const groups = Map.groupBy(await pageFiles(), addressFile)
  for (const address of known.keys()) if (!groups.has(address)) known.delete(address)
  const everything = !files || files.some((file) => file.startsWith(FIXTURES))
  if (everything) forgetWorlds()
  const changed = [...groups].filter(
    ([address, own]) => everything || isStale(known.get(address)?.result, own, new Set(files)),
  )
  const results = await checkAll(changed.map(([, own]) => own))
  for (const [index, [address]] of changed.entries()) {
    const result = results[index]
    if (result) known.set(address, { result, incidents: incidentsOf(result) })
  }
}

function isStale(result: GroupResult | undefined, own: readonly string[], files: ReadonlySet<string>): boolean {
  if (!result || result.files.join() !== own.join()) return true
  const read = [...own, ...result.scripts.map((id) => `${RUNBOOKS}/${id}.ts`)]
  return read.some((file) => files.has(file)) || !stillThere(result.asked)
}

/** Rules over all pages read the headers of post-mortems, which a thread does not hand over. */
const incidentsOf = ({ summaries }: GroupResult): Page[] =>
  summaries.flatMap(({ incident, file }) => (incident ? (readPage(file).page ?? []) : []))

function merge(known: ReadonlyMap<string, Known>): Promise<CheckedKnowledge> {
  const entries = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return mergeGroups(
    entries.map(({ result }) => result),
    entries.flatMap(({ incidents }) => incidents),
  )
}
