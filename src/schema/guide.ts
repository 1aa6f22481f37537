import { z } from 'zod'

const text = z.string().trim().min(1)

/**
 * What an example is: blocks of a runbook (the default), a whole page, several
 * pages parted by a line `=====`, the same blocks in Spanish and English parted
 * so, a plain document, blocks that are run, declarations of parameters, procedures
 * and, after a line `=====`, their steps, exceptions of a page and, after such a line, the blocks that are run under variations, keys
 * of an incident, a page compared with the scripts there are, blocks all of
 * which are to be executed, a page of the reference, or blocks whose Compose
 * files the Docker fixture's own Compose is asked about.
 */
export const EXAMPLE_KINDS = [
  'blocks',
  'page',
  'pages',
  'twins',
  'plain',
  'run',
  'parameters',
  'procedures',
  'variations',
  'incident',
  'scripts',
  'coverage',
  'reference',
  'compose',
] as const

/**
 * Why a kind of finding exists, an example that has it and one that does not.
 * `{{text*n}}` in an example stands for that many repetitions. `none` says why
 * there can be no example.
 */
export const guideSchema = z
  .strictObject({
    es: text,
    en: text,
    of: z.enum(EXAMPLE_KINDS).default('blocks'),
    wrong: z.string().optional(),
    right: z.string().optional(),
    none: text.optional(),
  })
  .refine(
    ({ wrong, right, none }) =>
      (wrong === undefined) === (none !== undefined) && (right === undefined) === (none !== undefined),
  )
export type Guide = z.infer<typeof guideSchema>
