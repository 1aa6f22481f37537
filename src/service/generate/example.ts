import type { Feature, Manifest } from '../manifest/schema.ts'
import type { Row } from '../model/predict.ts'

/** A request a service of the manifest answers: every feature, with its example, its default or the middle of its range. */
export const exampleRow = ({ input_schema }: Pick<Manifest, 'input_schema'>): Row =>
  Object.fromEntries(Object.entries(input_schema).map(([name, feature]) => [name, valueFor(feature)]))

function valueFor(feature: Feature): number | boolean | string {
  const given = feature.example ?? feature.default
  if (given !== undefined) return given
  if (feature.type === 'boolean') return true
  if (feature.type === 'category') return feature.categories[0] as string
  const middle = feature.minimum + (feature.maximum - feature.minimum) / 2
  return feature.type === 'integer' ? Math.floor(middle) : Number(middle.toPrecision(6))
}

/** A request that must be refused, the field at fault, and why Pydantic says it is. */
export interface BadRequest {
  row: Readonly<Record<string, unknown>>
  field: string
  type: string
}

/** The example with its first feature out of what it may be. */
export function badRow(manifest: Pick<Manifest, 'input_schema'>): BadRequest {
  const [field, feature] = Object.entries(manifest.input_schema)[0] as [string, Feature]
  const row = { ...exampleRow(manifest), [field]: badValue(feature) }
  const types = {
    integer: 'greater_than_equal',
    number: 'greater_than_equal',
    boolean: 'bool_type',
    category: 'literal_error',
  } as const
  return { row, field, type: types[feature.type] }
}

function badValue(feature: Feature): unknown {
  if (feature.type === 'boolean') return 'yes'
  return feature.type === 'category' ? `not ${feature.categories.join(' nor ')}` : feature.minimum - 1
}
