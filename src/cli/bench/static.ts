import { generatedCheckout } from './checkout.ts'
import { median, ms, type Ran, ratio, runNodeWeighed } from './measure.ts'

const ROUNDS = 3
const COMMAND = ['scripts/start.mjs', 'verify', '--static', '--report', 'json']

interface Cost {
  milliseconds: number
  megabytes: number
  findings: number
}

/** `verify --static` as it is typed, on 100 and on 1,000 generated runbooks of 20 steps in two languages: all anew, and with nothing changed. */
export function staticChecks(): string[][] {
  const [small, large] = [generatedCheckout(100), generatedCheckout(1000)]
  try {
    const times = { small: [] as Cost[], large: [] as Cost[], again: [] as Cost[] }
    for (let round = 0; round < ROUNDS; round++) {
      times.small.push(costOf([...COMMAND, '--no-cache'], small.root))
      times.large.push(costOf([...COMMAND, '--no-cache'], large.root))
      times.again.push(costOf(COMMAND, large.root))
    }
    return rows(medians(times.small), medians(times.large), medians(times.again))
  } finally {
    small.remove()
    large.remove()
  }
}

function rows(small: Cost, large: Cost, again: Cost): string[][] {
  const megabytes = (cost: Cost) => `${cost.megabytes.toFixed(0)} MB`
  return [
    [
      'verify --static, 1,000 runbooks of 20 steps, 2 languages',
      ms(large.milliseconds),
      `100 runbooks: ${ms(small.milliseconds)}`,
      ratio(large.milliseconds, small.milliseconds),
      'under 10 s, at most 11',
    ],
    [
      '  peak memory',
      megabytes(large),
      `100 runbooks: ${megabytes(small)}`,
      ratio(large.megabytes, small.megabytes),
      'under 500 MB',
    ],
    ['  findings in them', String(large.findings), '', '', '0'],
    [
      '  nothing changed',
      ms(again.milliseconds),
      `all anew: ${ms(large.milliseconds)}`,
      ratio(again.milliseconds, large.milliseconds),
      'under 1 s',
    ],
  ]
}

function costOf(args: readonly string[], root: string): Cost {
  const ran = runNodeWeighed(args, root)
  return { milliseconds: ran.milliseconds, megabytes: ran.megabytes, findings: findingsOf(ran) }
}

/** One that says nothing is no measure. */
function findingsOf({ stdout, stderr }: Ran): number {
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return (JSON.parse(stdout) as { findings: unknown[] }).findings.length
}

const medians = (costs: readonly Cost[]): Cost => ({
  milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
  megabytes: median(costs.map(({ megabytes }) => megabytes)),
  findings: Math.max(...costs.map(({ findings }) => findings)),
})
