import { z } from 'zod'
import type { Localized } from '../locale.ts'

/** Types a parameter can have; each has a rule in `type.ts`. */
export const PARAMETER_TYPES = [
  'text',
  'name',
  'user',
  'gcp-project-id',
  'gcp-region',
  'image-tag',
  'port',
  'integer',
  'email',
  'hostname',
  'url',
  'choice',
  'secret',
] as const
export const parameterTypeSchema = z.enum(PARAMETER_TYPES)
export type ParameterType = z.infer<typeof parameterTypeSchema>

/** The name bash knows a parameter by; the command line derives its flag from it. */
export const parameterNameSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/)

/** A value as a header writes it; a number or a switch counts as its text. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(z.string().min(1))

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** A parameter as a page's frontmatter declares it. Secrets are `type: secret`. */
export const parameterDeclarationSchema = z.strictObject({
  type: parameterTypeSchema,
  label: z.string().min(1),
  example: scalar,
  default: scalar.optional(),
  choices: z.array(scalar).min(1).optional(),
  /** What its whole value must match besides its type, as a regular expression. */
  pattern: z.string().refine(isPattern, 'not a regular expression').optional(),
  /** A parameter whose value it must not have. */
  differs: parameterNameSchema.optional(),
})
export type ParameterDeclaration = z.infer<typeof parameterDeclarationSchema>

/** A parameter of a runbook, in every locale. */
export interface Parameter {
  type: ParameterType
  label: Localized
  example: string
  default?: string
  choices?: readonly string[]
  pattern?: string
  differs?: string
}
