import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { checkSite, distinctFindings } from '#check/check.ts'
import type { Finding } from '#finding/finding.ts'
import type { Outline } from './outline.ts'
import { checkGroups, type GroupResult } from './page-group.ts'
import { addressFile, pageFiles, readPage } from './pages.ts'
import { orphanScripts } from './script-drift.ts'
import { surroundings } from './static-findings.ts'

export interface CheckedPages {
  findings: readonly Finding[]
  outlines: readonly Outline[]
  /** Files elsewhere in the project that rules asked for, and whether they were there. */
  asked: Readonly<Record<string, boolean>>
}

/**
 * A thread needs far less; told so, it collects garbage before the process has grown by hundreds of megabytes.
 * Told less than this, it spends more on collecting than on pages: most of one must die young.
 */
const LIMITS = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 64 }

/** Fewer pages than this are checked sooner than a thread starts. */
const WORTH_A_THREAD = 200

/** Everything that can be told of the knowledge base without running it. Many pages are spread over the processor's cores. */
export async function checkAllPages(): Promise<CheckedPages> {
  const files = await pageFiles()
  const results = await spread(groupsOf(files))
  const pages = results.flatMap(({ summaries }) => summaries)
  const asked = Object.assign({}, ...results.map((one) => one.asked)) as Record<string, boolean>
  const found = await surroundings([], (file, there) => {
    asked[file] = there
  })
  const told = await Promise.all(pages.filter(({ incident }) => incident).map(({ file }) => readPage(file)))
  const incidents = told.flatMap(({ page }) => (page ? [page] : []))
  const orphans = await orphanScripts(
    results.flatMap(({ scripts }) => scripts),
    files,
  )
  return {
    findings: distinctFindings([
      ...results.flatMap(({ findings }) => findings),
      ...checkSite({ pages, incidents }, found),
      ...orphans.map(({ finding }) => finding),
    ]),
    outlines: results.flatMap(({ outlines }) => outlines),
    asked,
  }
}

/** Files of one address together, as the check of twins wants them. */
const groupsOf = (files: readonly string[]): string[][] => [...Map.groupBy(files, addressFile).values()]

async function spread(groups: readonly string[][]): Promise<GroupResult[]> {
  const threads = groups.length < WORTH_A_THREAD ? 1 : availableParallelism()
  if (threads === 1) return checkGroups(groups)
  const share = Math.ceil(groups.length / threads)
  const shares = Array.from({ length: threads }, (_, index) => groups.slice(index * share, (index + 1) * share))
  return (await Promise.all(shares.map(inThread))).flat()
}

function inThread(groups: readonly string[][]): Promise<GroupResult[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: groups,
      resourceLimits: LIMITS,
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
