import type { Feature, Manifest } from '../manifest/schema.ts'

type Json = Readonly<Record<string, unknown>>

/** The JSON Schema of a request, as FastAPI describes `Features` of `api/schemas.py` in /openapi.json, without titles. */
export const requestSchema = ({ input_schema }: Manifest): Json => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(input_schema).map(([name, feature]) => [name, propertyOf(feature)])),
  additionalProperties: false,
  required: Object.entries(input_schema)
    .filter(([, { required }]) => required)
    .map(([name]) => name),
})

function propertyOf(feature: Feature): Json {
  const rest = {
    ...(feature.description && { description: feature.description }),
    ...(!feature.required && { default: feature.default }),
  }
  if (feature.type === 'category') return { type: 'string', enum: feature.categories, ...rest }
  if (feature.type === 'boolean') return { type: 'boolean', ...rest }
  return { type: feature.type, maximum: feature.maximum, minimum: feature.minimum, ...rest }
}
