import type { Distribution, Manifest } from '../manifest/schema.ts'
import type { Row } from '../model/predict.ts'

/** The least share there is, as `template/api/drift.py` has it: a share of nothing has no logarithm. */
const LEAST = 1e-4

/** The features that have drifted after any number of requests that are all the same row. */
export const driftedBy = (row: Row, { baseline }: Pick<Manifest, 'baseline'>): string[] =>
  Object.entries(baseline.features)
    .filter(([name, one]) => psi(one, row[name]) > baseline.drift_threshold)
    .map(([name]) => name)

/** The population stability index of a distribution against one value alone. */
function psi(distribution: Distribution, value: unknown): number {
  const part =
    'edges' in distribution ? String(distribution.edges.filter((edge) => edge <= Number(value)).length) : String(value)
  return Object.entries(distribution.shares).reduce((sum, [name, share]) => {
    const [then, now] = [Math.max(share, LEAST), name === part ? 1 : LEAST]
    return sum + (now - then) * Math.log(now / then)
  }, 0)
}
