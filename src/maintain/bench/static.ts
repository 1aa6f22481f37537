import { generatedCheckout } from './checkout.ts'
import { median, ms, type Ran, ratio, runNodeWeighed } from './measure.ts'

const ROUNDS = 3
const COMMAND = ['scripts/start.mjs', 'verify', '--static', '--report', 'json']

interface Cost {
  milliseconds: number
  megabytes: number
  findings: number
}

/** `verify --static` as it is typed, on generated runbooks of 20 steps, each a page in two languages: all anew, and with nothing changed. */
export function staticChecks(): string[][] {
  const checkouts = { few: generatedCheckout(100), many: generatedCheckout(1000) }
  try {
    const rounds = Array.from({ length: ROUNDS }, () => ({
      few: costOf([...COMMAND, '--no-cache'], checkouts.few.root),
      many: costOf([...COMMAND, '--no-cache'], checkouts.many.root),
      again: costOf(COMMAND, checkouts.many.root),
    }))
    const of = (name: keyof Costs) => medians(rounds.map((round) => round[name]))
    return rows({ few: of('few'), many: of('many'), again: of('again') })
  } finally {
    for (const checkout of Object.values(checkouts)) checkout.remove()
  }
}

/** What 100 and 1,000 runbooks cost, and 1,000 that have not changed. */
interface Costs {
  few: Cost
  many: Cost
  again: Cost
}

function rows({ few, many, again }: Costs): string[][] {
  const megabytes = (cost: Cost) => `${cost.megabytes.toFixed(0)} MB`
  return [
    [
      'verify --static, 1,000 runbooks of 20 steps: 2,000 pages',
      ms(many.milliseconds),
      `100 runbooks: ${ms(few.milliseconds)}`,
      ratio(many.milliseconds, few.milliseconds),
      'under 10 s, at most 11',
    ],
    [
      '  peak memory',
      megabytes(many),
      `100 runbooks: ${megabytes(few)}`,
      ratio(many.megabytes, few.megabytes),
      'under 500 MB',
    ],
    ['  findings in them', String(many.findings), '', '', '0'],
    [
      '  nothing changed',
      ms(again.milliseconds),
      `all anew: ${ms(many.milliseconds)}`,
      ratio(again.milliseconds, many.milliseconds),
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
