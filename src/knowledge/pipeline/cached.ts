import { z } from 'zod'
import { hashTrees } from '#report/tree-hash.ts'
import { type FindingReport, findingReportSchema } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Cache } from '../cache.ts'
import { type Outline, outlineSchema } from '../outline.ts'
import { ROOT } from '../paths.ts'
import { stillThere } from './file-existence.ts'

/** What can be found in all pages without running them. */
export interface StaticResult {
  findings: readonly FindingReport[]
  outlines: readonly Outline[]
  /** When it was found, ISO 8601. */
  at: string
  /** From an earlier verification of the same files. */
  reused: boolean
  /** Hash of the files it is about. */
  checkout: string
}

const keptSchema = z.strictObject({
  findings: z.array(findingReportSchema),
  outlines: z.array(outlineSchema),
  at: z.iso.datetime(),
  /** Whether files elsewhere in the project that rules asked for were there. */
  files: z.record(z.string(), z.boolean()),
})

/** Hash of everything a static verification reads: pages, scripts, seed worlds, our own code, and the packages it uses. */
export function checkoutHash(): string {
  return hashTrees(ROOT, ['content', 'runbooks', 'src', 'scripts', 'package.json', 'node_modules/.pnpm/lock.yaml'])
}

/** Checks all pages, or gives what an earlier check of the very same files found. */
export async function verifyStatically(locale: Locale, cache: Cache): Promise<StaticResult> {
  const hash = checkoutHash()
  const key = [hash, locale, process.version].join()
  const kept = cache.read('static', key, keptSchema)
  if (kept && stillThere(kept.files)) return { ...kept, reused: true, checkout: hash }
  const result = { ...(await checkPages(locale)), at: new Date().toISOString() }
  // A file that changed meanwhile may have been read before or after it did.
  if (checkoutHash() === hash) cache.write('static', key, result)
  return { ...result, reused: false, checkout: hash }
}

async function checkPages(locale: Locale): Promise<Omit<z.infer<typeof keptSchema>, 'at'>> {
  const [{ openKnowledge }, { reportFinding }] = await Promise.all([
    import('./pipeline.ts'),
    import('#catalogue/catalogue.ts'),
  ])
  const { findings, outlines, asked } = await (await openKnowledge()).check()
  return { findings: findings.map((one) => reportFinding(one, locale)), outlines: [...outlines], files: { ...asked } }
}
