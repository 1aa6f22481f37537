import { type DockerInvocation, Refused } from './invocation.ts'

/** What a prune looks at: when a thing was made, in milliseconds since 1970, and its labels. */
interface Prunable {
  createdAt: number
  labels: Readonly<Record<string, string>>
}

/** What the `--filter`s of a prune let it remove. Refuses what the engine refuses: a filter it does not know, a time it cannot read. */
export function pruneFilter(at: DockerInvocation): (thing: Prunable) => boolean {
  const tests = at.flags.values('filter').map((filter) => testOf(filter, at.call.world.clock.now()))
  return (thing) => tests.every((test) => test(thing))
}

function testOf(filter: string, now: number): (thing: Prunable) => boolean {
  const [key = '', value = ''] = filter.split(/=(.*)/s)
  if (key === 'label') return ({ labels }) => hasLabel(labels, value)
  if (key === 'label!') return ({ labels }) => !hasLabel(labels, value)
  if (key !== 'until') throw new Refused(`Error response from daemon: invalid filter '${key}'`, 1)
  const until = timeOf(value, now)
  return ({ createdAt }) => createdAt < until
}

/** Whether a label is there, `name`, or has a value, `name=value`. */
export function hasLabel(labels: Readonly<Record<string, string>>, wanted: string): boolean {
  const [name = '', value] = wanted.split(/=(.*)/s)
  return value === undefined ? name in labels : labels[name] === value
}

const UNIT_MS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 }

/** A moment as `until` takes it: so long ago, `24h`; seconds since 1970; or a date. */
function timeOf(value: string, now: number): number {
  if (/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(value)) {
    const parts = [...value.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)]
    return now - parts.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (UNIT_MS[unit] ?? 0), 0)
  }
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN
  if (!Number.isNaN(date)) return date
  throw new Refused(`Error response from daemon: failed to parse value as time or duration: "${value}"`, 1)
}
