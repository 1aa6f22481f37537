import { z } from 'zod'
import type { Localized } from '#schema/locale.ts'

const text = z.string().trim().min(1)

/** A text in both languages; or one that is the same in both, as a name or an address is. */
const wordsSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { es: value, en: value } : value),
  z.strictObject({ es: text, en: text }) satisfies z.ZodType<Localized>,
)

/** What a part is to the system, which decides its colour: outside of it, its way in, what does the work, what keeps data, what hands things on. */
export const PART_KINDS = ['outside', 'entry', 'service', 'store', 'relay'] as const

/** A box: `name` and `note` for people; `resource`, what it is called in commands and in the seed world. */
export const partSchema = z.strictObject({
  name: wordsSchema,
  kind: z.enum(PART_KINDS),
  place: z.string().optional(),
  resource: text.optional(),
  note: wordsSchema.optional(),
})

/** What encloses parts: a machine, a network, a project. */
export const placeSchema = z.strictObject({ name: wordsSchema })

/** An arrow from one part to another: what goes along it, and where it arrives, `443` or `127.0.0.1:8000`. */
export const waySchema = z.strictObject({
  from: text,
  to: text,
  says: wordsSchema.optional(),
  port: text.optional(),
  /** Taken only now and then, or only when something fails. */
  seldom: z.literal('true').optional(),
})

/** How a system is made, as a file of `content/diagrams` says it. Scalars are texts: a port is no number. */
export const diagramSchema = z.strictObject({
  title: wordsSchema,
  places: z.record(z.string(), placeSchema).default({}),
  parts: z.record(z.string(), partSchema).refine((parts) => Object.keys(parts).length > 1),
  ways: z.array(waySchema).min(1),
})
export type Diagram = z.infer<typeof diagramSchema>
