import { z } from 'zod'
import { type Block, isRunbook, type Page } from '#document/model.ts'
import { localeSchema } from '#schema/vocabulary.ts'

/** A page as far as running and counting it takes: small, and plain data. */
export const outlineSchema = z.strictObject({
  file: z.string(),
  locale: localeSchema,
  slug: z.string(),
  /** The runbook it is, if it is one. */
  runbook: z.strictObject({ id: z.string(), system: z.string() }).optional(),
  /** Its bash blocks. */
  blocks: z.array(
    z.strictObject({
      line: z.number().int(),
      step: z.string().optional(),
      /** Why it is not run. */
      reason: z.string().optional(),
    }),
  ),
})
export type Outline = z.infer<typeof outlineSchema>

/** The outline of a page. */
export function outlineOf(page: Page): Outline {
  const { file, locale, slug } = page
  const runbook = isRunbook(page) ? { runbook: { id: page.header.id, system: page.header.system } } : {}
  return { file, locale, slug, ...runbook, blocks: page.blocks.flatMap(bashBlock) }
}

function bashBlock(block: Block): Outline['blocks'] {
  const line = block.place.start.line
  if (block.kind === 'step') {
    const { step, manual } = block.fence
    return [{ line, step, ...(manual !== undefined && { reason: manual }) }]
  }
  if (block.kind === 'checked') return [{ line, reason: block.reason }]
  return block.kind === 'plain' && block.language === 'bash' ? [{ line }] : []
}
