import { beforeAll, describe, expect, test } from 'vitest'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { cases, type FaultCase, withFault } from './cases.ts'
import { shippedPages } from './pages.ts'
import { type Found, runAlone, walk } from './walk.ts'

/** Machines at once: each builds images, and this is what two cores carry. */
const AT_ONCE = 2

/** A service that never answers is waited for as the page says, but less long. */
const shipped = new Map([...shippedPages()].map(([file, text]) => [file, text.replaceAll('--retry 20', '--retry 8')]))
const faults = cases
  .filter(({ by }) => by === 'run' || by === 'reality')
  .map((one) => ({ ...one, at: one.at.replace('--retry 20', '--retry 8') }))
const found: Found = new Map()
const stopped = new Map<string, unknown>()

describe.skipIf(!dockerAvailable)('every fault a run finds is found by real tools, at its line', () => {
  beforeAll(async () => {
    const waiting = machines()
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next()
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }, BUILD_MS)

  test.each(faults)('$name', (one) => {
    const { file, line } = withFault(shipped, one)
    if (stopped.has(one.name)) throw stopped.get(one.name)
    const findings = found.get(one.name) ?? []
    const named = findings.map((finding) => `${finding.file}:${finding.line} ${finding.code}`)
    expect(named).toEqual([`${file}:${line} ${one.docker.code ?? one.code}`])
    if (one.docker.message) expect(findings[0]?.message).toContain(one.docker.message)
  })
})

/** What each machine runs: the faults of a part of a page, or one that needs it for itself. The longest first. */
function machines(): (() => Promise<void>)[] {
  const parts = Map.groupBy(
    faults.filter(({ alone }) => !alone),
    partOf,
  )
  return [
    ...[...parts.values()]
      .sort((a, b) => b.length - a.length)
      .map((part) => () => keep(part, walk(shipped, part, found))),
    ...faults.filter(({ alone }) => alone).map((one) => () => keep([one], runAlone(shipped, one, found))),
  ]
}

/** What stops a machine fails the tests it did not come to, and no other. */
async function keep(part: readonly FaultCase[], work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    for (const { name } of part) if (!found.has(name)) stopped.set(name, error)
  })
}

/** A long page is walked by two machines: up to where images are pushed, and from there. */
function partOf(one: FaultCase): string {
  const { pages, file, line } = withFault(shipped, one)
  const before = (pages.get(file) ?? '').split('\n').slice(0, line).join('\n')
  return `${one.page} ${before.includes('step=push-image') ? 'cloud' : 'laptop'}`
}
