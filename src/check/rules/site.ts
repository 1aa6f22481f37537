import { finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import type { SiteRule } from '../rule.ts'

/** Two pages of one locale with one runbook id. */
export const duplicateId: SiteRule = ({ pages }) => {
  const first = new Map<string, string>()
  return pages.flatMap((page) => {
    if (page.runbook === undefined) return []
    const key = `${page.locale} ${page.runbook}`
    const other = first.get(key)
    if (other !== undefined)
      return [finding('DOCUMENT_ID_DUPLICATE', wholeFile(page.file), { id: page.runbook, other })]
    first.set(key, page.file)
    return []
  })
}
