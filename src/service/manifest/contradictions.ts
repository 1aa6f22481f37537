import type { Localized } from '#schema/locale.ts'
import type { Distribution, Feature, Manifest } from './schema.ts'

/** A value that another value of the manifest contradicts, and what is expected there. */
export interface Contradiction extends Localized {
  path: readonly string[]
}

/** What the parts of a manifest, each well formed, contradict. What would follow from bad features alone is not told. */
export function contradictions(manifest: Manifest): Contradiction[] {
  const { input_schema, metrics, library_versions } = manifest
  const ofFeatures = Object.entries(input_schema).flatMap(([name, one]) => ofFeature(['input_schema', name], one))
  const inputs = [...none(input_schema, INPUT), ...ofFeatures]
  return [
    ...inputs,
    ...none(metrics, METRICS),
    ...none(library_versions, VERSIONS),
    ...ofOutput(manifest),
    ...(inputs.length === 0 ? ofBaseline(manifest) : []),
  ]
}

const INPUT: Contradiction = { path: ['input_schema'], es: 'al menos una variable', en: 'at least one feature' }
const METRICS: Contradiction = { path: ['metrics'], es: 'al menos una métrica', en: 'at least one metric' }
const VERSIONS: Contradiction = { path: ['library_versions'], es: 'al menos una versión', en: 'at least one version' }

const none = (object: object, expected: Contradiction) => (Object.keys(object).length > 0 ? [] : [expected])

function ofFeature(path: readonly string[], feature: Feature): Contradiction[] {
  const values = (['default', 'example'] as const).filter((key) => feature[key] !== undefined)
  const range = ofRange(path, feature)
  if (range.length > 0) return range
  return [
    ...(feature.type === 'category' ? repeated([...path, 'categories'], feature.categories) : []),
    ...values.flatMap((key) => (isOf(feature, feature[key]) ? [] : [{ path: [...path, key], ...whatIsOf(feature) }])),
    ...(!feature.required && feature.default === undefined
      ? [{ path: [...path, 'required'], es: 'true, o un default', en: 'true, or a default' }]
      : []),
  ]
}

function ofRange(path: readonly string[], feature: Feature): Contradiction[] {
  if (feature.type !== 'integer' && feature.type !== 'number') return []
  const { minimum, maximum } = feature
  const whole = { es: 'un entero', en: 'a whole number' }
  const keys = (['minimum', 'maximum'] as const).filter(
    (key) => feature.type === 'integer' && !Number.isSafeInteger(feature[key]),
  )
  if (keys.length > 0) return keys.map((key) => ({ path: [...path, key], ...whole }))
  if (minimum < maximum) return []
  return [{ path: [...path, 'maximum'], es: `más de ${minimum}`, en: `more than ${minimum}` }]
}

function isOf(feature: Feature, value: unknown): boolean {
  if (feature.type === 'boolean') return typeof value === 'boolean'
  if (feature.type === 'category') return feature.categories.includes(String(value))
  const isIn = typeof value === 'number' && value >= feature.minimum && value <= feature.maximum
  return isIn && (feature.type === 'number' || Number.isInteger(value))
}

function whatIsOf(feature: Feature): Localized {
  if (feature.type === 'category') return { es: 'una de sus categories', en: 'one of its categories' }
  if (feature.type === 'boolean') return { es: 'true o false', en: 'true or false' }
  const range = `${feature.minimum} a ${feature.maximum}`
  const whole = feature.type === 'integer'
  return {
    es: `un ${whole ? 'entero' : 'número'} de ${range}`,
    en: `a ${whole ? 'whole number' : 'number'} from ${range.replace(' a ', ' to ')}`,
  }
}

function repeated(path: readonly string[], values: readonly string[]): Contradiction[] {
  const twice = values.findIndex((value, index) => values.indexOf(value) < index)
  return twice < 0 ? [] : [{ path: [...path, String(twice)], es: 'un texto distinto', en: 'a different text' }]
}

function ofOutput({ model_type, output_schema: output }: Manifest): Contradiction[] {
  const wanted = { logistic_regression: 'category', linear_regression: 'number', nearest_neighbors: output.type }[
    model_type
  ]
  return [
    ...(output.type === 'category' ? repeated(['output_schema', 'categories'], output.categories) : []),
    ...(output.type === wanted
      ? []
      : [
          {
            path: ['output_schema', 'type'],
            es: `${wanted}, que es lo que da ${model_type}`,
            en: `${wanted}, which is what ${model_type} gives`,
          },
        ]),
  ]
}

function ofBaseline({ input_schema, baseline }: Manifest): Contradiction[] {
  const path = ['baseline', 'features']
  const absent = Object.keys(input_schema).filter((name) => !Object.hasOwn(baseline.features, name))
  return [
    ...absent.map((name) => ({ path, es: `también la variable ${name}`, en: `the feature ${name} too` })),
    ...Object.entries(baseline.features).flatMap(([name, given]) => {
      const feature = Object.hasOwn(input_schema, name) ? input_schema[name] : undefined
      if (!feature)
        return [{ path: [...path, name], es: 'una variable de input_schema', en: 'a feature of input_schema' }]
      return ofDistribution([...path, name], feature, given)
    }),
  ]
}

function ofDistribution(path: readonly string[], feature: Feature, given: Distribution): Contradiction[] {
  const isNumber = feature.type === 'integer' || feature.type === 'number'
  if (isNumber !== 'edges' in given)
    return [{ path, ...(isNumber ? { es: 'edges y shares', en: 'edges and shares' } : OF_VALUES) }]
  const shares = Object.values(given.shares)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const sum = { path: [...path, 'shares'], es: 'partes que suman 1', en: 'shares that add up to 1' }
  return [...ofBins(path, feature, given), ...(Math.abs(total - 1) > 0.01 ? [sum] : [])]
}

const OF_VALUES: Localized = { es: 'shares, por valor', en: 'shares, by value' }

function ofBins(path: readonly string[], feature: Feature, given: Distribution): Contradiction[] {
  if ('edges' in given) {
    const rising = given.edges.every((edge, at) => at === 0 || edge > (given.edges[at - 1] as number))
    if (!rising) return [{ path: [...path, 'edges'], es: 'límites de menor a mayor', en: 'limits in rising order' }]
    const count = given.edges.length + 1
    return given.shares.length === count
      ? []
      : [
          {
            path: [...path, 'shares'],
            es: `${count} partes, una más que edges`,
            en: `${count} shares, one more than edges`,
          },
        ]
  }
  const values = feature.type === 'category' ? feature.categories : ['true', 'false']
  const known = Object.keys(given.shares).every((value) => values.includes(value))
  const whole = values.every((value) => Object.hasOwn(given.shares, value))
  return known && whole
    ? []
    : [{ path: [...path, 'shares'], es: `una parte de ${values.join(', ')}`, en: `a share of ${values.join(', ')}` }]
}
