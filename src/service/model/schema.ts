import { z } from 'zod'

const number = z.number()
const standard = z.strictObject({ mean: number, scale: z.number().positive() })

/** How features become the numbers a model computes with: standardised, 0 or 1, or one of each category. */
const encoding = z.record(
  z.string(),
  z.union([standard, z.strictObject({ categories: z.array(z.string()).min(2) }), z.strictObject({})]),
)

/** A model file. `encoding` has the features in the order of their columns. */
export const modelSchema = z.discriminatedUnion('model_type', [
  z.strictObject({
    model_type: z.literal('logistic_regression'),
    encoding,
    /** A row of coefficients and an intercept for each class; the greatest sum wins. */
    classes: z.array(z.string()).min(2),
    coefficients: z.array(z.array(number)),
    intercepts: z.array(number),
  }),
  z.strictObject({
    model_type: z.literal('linear_regression'),
    encoding,
    coefficients: z.array(number),
    intercept: number,
  }),
  z.strictObject({
    model_type: z.literal('nearest_neighbors'),
    encoding,
    neighbors: z.number().int().min(1),
    points: z.array(z.array(number)).min(1),
    /** What each point was: a class, or a number. */
    targets: z.union([z.array(z.string()), z.array(number)]),
  }),
])
export type Model = z.infer<typeof modelSchema>
export type Encoding = Model['encoding']
