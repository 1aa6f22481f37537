import { z } from 'zod'
import { parseDuration } from './duration.ts'
import { effectVerbSchema } from './effect.ts'

const stepId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/)
const reason = z.string().trim().min(8)

/** Milliseconds from `10m`; see `parseDuration`. */
const duration = z.string().transform((text, context) => {
  const milliseconds = parseDuration(text)
  if (milliseconds === undefined) context.addIssue({ code: 'custom', message: 'duration' })
  return milliseconds ?? 0
})

/** `CODE reason` or `CODE,CODE reason`: findings this block has on purpose, and why. */
export const allowanceSchema = z
  .string()
  .regex(/^[A-Z]+(_[A-Z]+)+(,[A-Z]+(_[A-Z]+)+)* .{8,}$/)
  .transform((text) => ({
    codes: text.slice(0, text.indexOf(' ')).split(','),
    reason: text.slice(text.indexOf(' ') + 1),
  }))
export type Allowance = z.infer<typeof allowanceSchema>

/** Keys of a bash fence that is a step, with their defaults. Flags (`confirm`, `background`) carry no value. */
export const stepFenceSchema = z.strictObject({
  step: stepId,
  timeout: duration.default(60_000),
  effect: effectVerbSchema.default('update'),
  confirm: z.literal(true).optional(),
  undoes: stepId.optional(),
  exit: z.coerce.number().int().min(0).max(255).default(0),
  capture: z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(variable))
    .default([]),
  background: z.literal(true).optional(),
  ready: z.string().min(1).optional(),
  manual: reason.optional(),
  allow: allowanceSchema.optional(),
})
export type StepFence = z.infer<typeof stepFenceSchema>

/** Keys of a bash fence that is only checked, with the reason it cannot run. */
export const checkedFenceSchema = z.strictObject({ checked: reason, allow: allowanceSchema.optional() })

/** Ways an expected output is compared. */
export const EXPECTATIONS = ['whole', 'contains', 'regex', 'json'] as const
export const expectFenceSchema = z.strictObject({
  expect: z.enum(EXPECTATIONS),
  path: z.string().startsWith('$').optional(),
})
export type ExpectationMode = (typeof EXPECTATIONS)[number]

/** A file the page tells the reader to write, relative to the working directory. */
export const fileFenceSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .refine((path) => !path.startsWith('/') && !path.split('/').includes('..')),
  allow: allowanceSchema.optional(),
})

/** Keys the site's code renderer (Expressive Code) understands; they are accepted on any fence and mean nothing here. */
export const RENDERER_KEYS = [
  'title',
  'frame',
  'wrap',
  'lang',
  'ins',
  'del',
  'mark',
  'collapse',
  'preserveIndent',
  'showLineNumbers',
  'startLineNumber',
] as const
