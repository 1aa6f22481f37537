import { z } from 'zod'

/** What a trained model can be: each is numbers in a JSON file, which a service reads without running anybody's code. */
export const MODEL_TYPES = ['logistic_regression', 'linear_regression', 'nearest_neighbors'] as const

/** Types of a feature. */
export const FEATURE_TYPES = ['integer', 'number', 'boolean', 'category'] as const

const text = z.string().trim().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const categories = z.array(text).min(2).max(200)
const common = {
  /** Whether a request must have it. One that may lack has a default. */
  required: z.boolean().default(true),
  description: text.optional(),
}
const numeric = {
  ...common,
  minimum: z.number(),
  maximum: z.number(),
  default: z.number().optional(),
  /** The value of the example request; without one, the middle of the range. */
  example: z.number().optional(),
}

/** One value the model takes. */
export const featureSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('integer'), ...numeric }),
  z.strictObject({ type: z.literal('number'), ...numeric }),
  z.strictObject({
    type: z.literal('boolean'),
    ...common,
    default: z.boolean().optional(),
    example: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('category'),
    ...common,
    categories,
    default: text.optional(),
    example: text.optional(),
  }),
])
export type Feature = z.infer<typeof featureSchema>

/** What the model answers. */
export const outputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('category'), name: text, categories, description: text.optional() }),
  z.strictObject({ type: z.literal('number'), name: text, description: text.optional() }),
])

const share = z.number().min(0).max(1)
const distribution = z.union([
  /** A number: limits between its bins, and the share of the training rows in each; one bin more than limits. */
  z.strictObject({ edges: z.array(z.number()).min(1).max(50), shares: z.array(share).min(2).max(51) }),
  /** Anything else: the share of each value; those of a boolean are `true` and `false`. */
  z.strictObject({ shares: z.record(z.string(), share) }),
])
export type Distribution = z.infer<typeof distribution>

/** An experiment manifest: what a training says of the model it made. */
export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  /** The model file, relative to the manifest. */
  model_path: text,
  /** SHA-256 of the model file, in hexadecimal. */
  model_sha256: sha256,
  model_type: z.enum(MODEL_TYPES),
  /** What it takes, in the order of its columns. */
  input_schema: z.record(z.string(), featureSchema),
  output_schema: outputSchema,
  /** How well it did on rows it was not trained on. */
  metrics: z.record(z.string(), z.number()),
  /** What the training data were like: drift is measured against it. */
  baseline: z.strictObject({
    rows: z.number().int().min(1),
    features: z.record(z.string(), distribution),
    /** Population stability index above which a feature has drifted. */
    drift_threshold: z.number().positive().max(10).default(0.2),
  }),
  /** What it was trained with, `python: 3.12`. */
  library_versions: z.record(z.string(), text),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The JSON Schema (draft 2020-12) of an experiment manifest, as its author writes it. */
export function manifestJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(manifestSchema, { io: 'input' }), null, 2)}\n`
}
