import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { GroupResult } from './group.ts'

/**
 * Most of what a thread makes for a page dies with the page. A nursery that holds two pages keeps it
 * from what is collected seldom; a limit on that, however wide, makes V8 collect it all the time.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48 }

/** V8's best compiler, and its guesses at what will live long, pay off in minutes; a thread lives seconds. */
const FOR_MINUTES = ['turbofan', 'allocation-site-pretenuring']

/** Groups handed over at once: many enough not to wait for each, few enough for the threads to end together. */
const LOT = 10

/** Each takes 120 MB. */
const MOST_THREADS = 4

/** `checkGroups`, by a thread for each of the processor's cores. */
export async function checkInThreads(groups: readonly string[][]): Promise<GroupResult[]> {
  const lots = Array.from({ length: Math.ceil(groups.length / LOT) }, (_, at) => groups.slice(at * LOT, (at + 1) * LOT))
  const pending = [...lots.entries()]
  const results: GroupResult[][] = []
  const threads = Math.min(availableParallelism(), lots.length, MOST_THREADS)
  for (const flag of FOR_MINUTES) setFlagsFromString(`--no-${flag}`)
  try {
    await Promise.all(Array.from({ length: threads }, () => work(pending, results)))
  } finally {
    for (const flag of FOR_MINUTES) setFlagsFromString(`--${flag}`)
  }
  return results.flat()
}

/** Has one thread check lot after lot until none is left. */
async function work(pending: [number, readonly string[][]][], results: GroupResult[][]): Promise<void> {
  const cache = getCompileCacheDir()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: cache && dirname(cache),
    resourceLimits: LIMITS,
  })
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  failed.catch(() => {})
  try {
    for (let lot = pending.shift(); lot; lot = pending.shift()) {
      const [index, groups] = lot
      const answer = new Promise<GroupResult[]>((resolve) => worker.once('message', resolve))
      worker.postMessage(groups)
      results[index] = await Promise.race([answer, failed])
    }
  } finally {
    await worker.terminate()
  }
}
