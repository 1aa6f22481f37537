import { expect, it } from 'vitest'
import type { lookOnPhone } from './looks.ts'
import type { Visit } from './visits.ts'

const LIMIT_MS = 600_000

interface Site {
  /** What was found on every page on a phone. */
  phone(): Promise<readonly Visit<Pick<Awaited<ReturnType<typeof lookOnPhone>>, 'scales'>>[]>
}

/** What holds for the diagrams of all pages. */
export function diagramTests(site: () => Site): void {
  it('shows every diagram on a phone as large as it was drawn, or nearly', { timeout: LIMIT_MS }, async () => {
    const visits = await site().phone()
    const small = visits.filter(({ found }) => found.scales.some((scale) => scale < 0.9))
    expect(small.map(({ path, found }) => `${path}: ${found.scales}`)).toEqual([])
    expect(visits.flatMap(({ found }) => found.scales).length).toBeGreaterThan(20)
  })
}
