import fc from 'fast-check'
import { isFieldName } from '#service/manifest/names.ts'
import type { Experiment } from '#service/manifest/read.ts'
import type { Feature, Manifest } from '#service/manifest/schema.ts'
import { encode, type Row } from '#service/model/predict.ts'
import { hashOf } from '#service/model/read.ts'
import type { Encoding, Model } from '#service/model/schema.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,15}$/).filter(isFieldName)
/** What somebody may write as a label or a description: letters of any language, quotes, dollars, backslashes. */
const label = fc
  .string({ unit: fc.constantFrom(...'abcñéß漢 \'"\\$`{}<>#:&|-_.,;!?*/%\n\t'.split('')), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '')
const labels = fc.uniqueArray(label, { minLength: 2, maxLength: 6, selector: (text) => text.trim() }).map(trimmed)
const description = fc.option(
  label.map((text) => text.trim()),
  { nil: undefined },
)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0)

function trimmed(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim())
}

const required = fc.boolean()

const numeric = (type: 'integer' | 'number') =>
  fc
    .record({
      limits: fc.uniqueArray(type === 'integer' ? fc.integer({ min: -1000, max: 100_000 }) : finite, {
        minLength: 2,
        maxLength: 2,
      }),
      at: fc.double({ noNaN: true, min: 0, max: 1 }),
      required,
      exemplified: fc.boolean(),
      description,
    })
    .map(({ limits, at, required, exemplified, description }): Feature => {
      const [minimum = 0, maximum = 1] = limits.toSorted((a, b) => a - b)
      const between = Math.min(maximum, Math.max(minimum, minimum + (maximum - minimum) * at))
      const value = type === 'integer' ? Math.floor(between) : between
      return defined({ type, minimum, maximum, required, description, ...given(value, required, exemplified) })
    })

const boolean = fc
  .record({ value: fc.boolean(), required, exemplified: fc.boolean(), description })
  .map(
    ({ value, required, exemplified, description }): Feature =>
      defined({ type: 'boolean' as const, required, description, ...given(value, required, exemplified) }),
  )

const category = fc
  .record({ categories: labels, required, exemplified: fc.boolean(), description })
  .map(({ categories, required, exemplified, description }): Feature => {
    const value = categories.at(-1) as string
    return defined({
      type: 'category' as const,
      categories,
      required,
      description,
      ...given(value, required, exemplified),
    })
  })

/** An optional feature has a default; any may have an example. */
const given = <Value>(value: Value, isRequired: boolean, isExemplified: boolean) => ({
  default: isRequired ? undefined : value,
  example: isExemplified ? value : undefined,
})

/** Without the keys that have no value, as JSON writes it. */
const defined = <Whole>(whole: Whole): Whole => JSON.parse(JSON.stringify(whole)) as Whole

const inputs = fc.dictionary(name, fc.oneof(numeric('integer'), numeric('number'), boolean, category), {
  minKeys: 1,
  maxKeys: 8,
  noNullPrototype: true,
})

/** A valid experiment: any features, a model of any type with random numbers, and a manifest that says so. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .record({
    input_schema: inputs,
    classes: labels,
    model_type: fc.constantFrom('logistic_regression', 'linear_regression', 'nearest_neighbors' as const),
    isClassified: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    output: name,
  })
  .map((drawn) => {
    const random = randomFrom(drawn.seed)
    const model = modelOf(drawn, random)
    const modelText = `${JSON.stringify(model)}\n`
    const isNumber =
      model.model_type === 'linear_regression' || (model.model_type === 'nearest_neighbors' && !drawn.isClassified)
    const manifest: Manifest = {
      model_path: 'model.json',
      model_sha256: hashOf(modelText),
      model_type: drawn.model_type,
      input_schema: drawn.input_schema,
      output_schema: isNumber
        ? { type: 'number', name: drawn.output }
        : { type: 'category', name: drawn.output, categories: drawn.classes },
      metrics: { score: random() },
      baseline: { rows: 100, features: baselineOf(drawn.input_schema), drift_threshold: 0.2 },
      library_versions: { python: '3.12' },
    }
    return { manifest, model, modelText }
  })

type Drawn = Pick<Manifest, 'input_schema' | 'model_type'> & { classes: string[]; isClassified: boolean }

function modelOf({ input_schema, classes, model_type, isClassified }: Drawn, random: () => number): Model {
  const encoding = encodingOf(input_schema)
  const row: Row = Object.fromEntries(Object.keys(input_schema).map((key) => [key, 0]))
  const width = encode(encoding, row).length
  const line = () => Array.from({ length: width }, random)
  if (model_type === 'linear_regression') return { model_type, encoding, coefficients: line(), intercept: random() }
  if (model_type === 'logistic_regression')
    return { model_type, encoding, classes, coefficients: classes.map(line), intercepts: classes.map(random) }
  const targets = isClassified ? classes : classes.map(random)
  return { model_type, encoding, neighbors: 2, points: classes.map(line), targets }
}

const encodingOf = (features: Manifest['input_schema']): Encoding =>
  Object.fromEntries(Object.entries(features).map(([key, feature]) => [key, columnsOf(feature)]))

function columnsOf(feature: Feature): Encoding[string] {
  if (feature.type === 'category') return { categories: feature.categories }
  if (feature.type === 'boolean') return {}
  return { mean: (feature.minimum + feature.maximum) / 2, scale: 1 + feature.maximum - feature.minimum }
}

const baselineOf = (features: Manifest['input_schema']): Manifest['baseline']['features'] =>
  Object.fromEntries(
    Object.entries(features).map(([key, feature]) => {
      if (feature.type === 'category') return [key, { shares: alike(feature.categories) }]
      if (feature.type === 'boolean') return [key, { shares: alike(['true', 'false']) }]
      return [key, { edges: [(feature.minimum + feature.maximum) / 2], shares: [0.5, 0.5] }]
    }),
  )

const alike = (names: readonly string[]) => Object.fromEntries(names.map((one) => [one, 1 / names.length]))

/** Numbers from -1 to 1, the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1
  }
}
