import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { type FixtureName, imageOf } from '#fixture/open.ts'
import type { Cache } from '#knowledge/cache.ts'
import type { Outline } from '#knowledge/outline.ts'
import { ROOT, RUNBOOKS } from '#knowledge/paths.ts'
import { loadScript } from '#knowledge/scripts/load.ts'
import { engineHash, hashTrees, worldHash } from '#report/tree-hash.ts'
import type { FindingReport } from '#schema/finding.ts'
import { type RunReport, runReportSchema } from '#schema/report.ts'
import type { ShellName } from '#schema/status.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { inFixture } from '../dry-run/choose-fixture.ts'
import { type FixtureRun, runInFixture } from '../dry-run/run-in-fixture.ts'
import { note, type Terminal } from '../terminal/terminal.ts'
import { inLanes } from './concurrency.ts'

interface DryRuns {
  /** Ids of the runbooks to run. */
  ids: readonly string[]
  outlines: readonly Outline[]
  cache: Cache
  terminal: Terminal
}

/**
 * A dry run of each runbook in the fixture asked for, or what an earlier one gave when nothing it depends on has changed.
 * Runs in Docker go side by side, one more than there are cores, since each waits for its services at times; embedded ones
 * keep one core busy each and share this process, so they follow one another. In the order of `ids`; those an interrupt
 * kept from starting are missing.
 */
export function dryRuns({ fixture, ...runs }: DryRuns & { fixture: FixtureName | undefined }): Promise<FixtureRun[]> {
  return inFixture(fixture, runs.terminal, (name) => dryRunsIn(name, runs))
}

async function dryRunsIn(name: ShellName, { ids, outlines, cache, terminal }: DryRuns): Promise<FixtureRun[]> {
  const tell = (line: string) => note(line, terminal)
  const image = name === 'docker' ? await imageOf({ tell, signal: terminal.signal }) : undefined
  const keys = () => keysOf({ name, image: image?.id, outlines, locale: terminal.locale })
  const keyOf = keys()
  const lanes = name === 'docker' ? Math.min(availableParallelism() + 1, ids.length) : 1
  return inLanes(ids, { lanes, terminal, first: longestFirst(outlines) }, async (id, lane) => {
    const kept = cache.read(entryOf(id, name), keyOf(id).key, runReportSchema)
    if (kept) return { run: { ...kept, reused: true }, findings: [] }
    return fresh(id, { name, cache, key: keyOf(id), keyNow: () => keys()(id).key, terminal: lane, image: image?.name })
  })
}

/** By how many blocks a page has: the last to start should be a short one, or the other lanes wait for it. */
function longestFirst(outlines: readonly Outline[]): (a: string, b: string) => number {
  const blocks = new Map(outlines.map(({ runbook, blocks }) => [runbook?.id, blocks.length]))
  return (a, b) => (blocks.get(b) ?? 0) - (blocks.get(a) ?? 0)
}

const entryOf = (id: string, shell: ShellName) => `run-${shell}-${id}`

interface FreshRun {
  name: ShellName
  image: string | undefined
  cache: Cache
  key: Key
  /** The key of the files as they are when it is called. */
  keyNow: () => string
  terminal: Terminal
}

/** Runs, and keeps a pass: what fell short is run again next time. */
async function fresh(id: string, { name, image, cache, key, keyNow, terminal }: FreshRun): Promise<FixtureRun> {
  const script = await loadScript(id)
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const plan = planRun({ script, inputs, shell: name, live: false, selection: {} })
  if ('problem' in plan) throw new Error('a plan without a selection has no problem')
  const refused = await refusedBy(image, { files: key.files, terminal })
  const result = await runInFixture(plan, { terminal, verbose: false, quiet: !terminal.err.terminal, image })
  const run: RunReport = { ...result.run, world: key.world }
  // A file that changed meanwhile may have been read before or after it did.
  if (run.status === 'passed' && refused.length === 0 && keyNow() === key.key)
    cache.write(entryOf(id, name), key.key, run)
  else cache.drop(entryOf(id, name))
  return { ...result, run, refused }
}

/** What the real tools of the Docker fixture refuse of the files pages show. */
async function refusedBy(
  image: string | undefined,
  { files, terminal: { locale, signal } }: { files: readonly string[]; terminal: Terminal },
): Promise<FindingReport[]> {
  if (image === undefined) return []
  return (await import('./compose-refusals.ts')).refusedIn(files, { image, locale, signal })
}

interface Setting {
  name: ShellName
  /** The image as the engine has it: the same name may have been built from newer packages. */
  image: string | undefined
  outlines: readonly Outline[]
  locale: string
}

interface Key {
  /** Hash of all the result of a run depends on. */
  key: string
  /** The part of it a page shows as its world. */
  world: string
  /** The pages of the runbook. */
  files: readonly string[]
}

/** The key of each run, of the files as they are now. */
function keysOf({ name, image, outlines, locale }: Setting): (id: string) => Key {
  const common = [name, image, locale, process.version, process.platform, process.env.TZ]
  const engine = engineHash(ROOT)
  const code = hashTrees(ROOT, ['src/cli', 'src/knowledge', 'scripts'])
  return (id) => {
    const pages = outlines.filter(({ runbook }) => runbook?.id === id)
    const files = pages.map(({ file }) => file)
    const world = worldHash(ROOT, pages[0]?.runbook?.system ?? '', engine)
    const own = hashTrees(ROOT, [...files, `${RUNBOOKS}/${id}.ts`])
    return {
      key: createHash('sha256')
        .update(JSON.stringify([common, world, code, own]))
        .digest('hex'),
      world,
      files,
    }
  }
}
