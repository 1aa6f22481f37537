import type { Encoding, Model } from './schema.ts'

/** What features a model is asked about. */
export type Row = Readonly<Record<string, number | boolean | string>>

/** What a model answers: `scores` adds up to 1 and is of classes only. Numbers have six decimals. */
export interface Prediction {
  prediction: string | number
  scores?: Readonly<Record<string, number>>
}

/** Asks a model, as `template/api/predictors.py` does in the service. */
export function predict(model: Model, row: Row): Prediction {
  const x = encode(model.encoding, row)
  if (model.model_type === 'linear_regression')
    return { prediction: rounded(dot(model.coefficients, x) + model.intercept) }
  if (model.model_type === 'logistic_regression') {
    const sums = model.coefficients.map((line, index) => dot(line, x) + (model.intercepts[index] as number))
    return classified(softmax(model.classes, sums))
  }
  const votes = nearest(model, x)
  const isNumber = typeof model.targets[0] === 'number'
  return isNumber ? { prediction: rounded(average(votes)) } : classified(shares(votes))
}

/** The columns of a row. */
export const encode = (encoding: Encoding, row: Row): number[] =>
  Object.entries(encoding).flatMap(([name, how]) => {
    const value = row[name]
    if ('mean' in how) return [(Number(value) - how.mean) / how.scale]
    return 'categories' in how ? how.categories.map((one) => (one === value ? 1 : 0)) : [value === true ? 1 : 0]
  })

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

const rounded = (value: number) => Number(value.toFixed(6))

function softmax(classes: readonly string[], sums: readonly number[]): [string, number][] {
  const highest = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return classes.map((name, at) => [name, (powers[at] as number) / total])
}

/** The class with the greatest score; of equals, the first. */
function classified(scores: readonly [string, number][]): Prediction {
  const best = scores.reduce((one, other) => (other[1] > one[1] ? other : one))
  return { prediction: best[0], scores: Object.fromEntries(scores.map(([name, score]) => [name, rounded(score)])) }
}

interface Vote {
  target: string | number
  weight: number
}

/** The nearest points, each with a weight that falls with its distance; of equals, those that come first. */
function nearest(model: Extract<Model, { model_type: 'nearest_neighbors' }>, x: readonly number[]): Vote[] {
  const distances = model.points.map((point, at) => ({ at, distance: distance(point, x) }))
  const closest = distances.sort((a, b) => a.distance - b.distance || a.at - b.at).slice(0, model.neighbors)
  return closest.map(({ at, distance }) => ({
    target: model.targets[at] as string | number,
    weight: 1 / (distance + 1e-6),
  }))
}

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) * (value - (b[at] ?? 0)), 0))

const weightOf = (votes: readonly Vote[]) => votes.reduce((sum, { weight }) => sum + weight, 0)

const average = (votes: readonly Vote[]) =>
  votes.reduce((sum, { target, weight }) => sum + Number(target) * weight, 0) / weightOf(votes)

function shares(votes: readonly Vote[]): [string, number][] {
  const total = weightOf(votes)
  const byTarget = new Map<string, number>()
  for (const { target, weight } of votes) byTarget.set(String(target), (byTarget.get(String(target)) ?? 0) + weight)
  return [...byTarget].map(([name, weight]) => [name, weight / total])
}
