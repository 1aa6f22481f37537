import { plainRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { documentAnchorBroken } from './anchor-broken.ts'

/** Links within a plain document to headings it does not have. */
export const ownAnchors = plainRule([documentAnchorBroken], ({ page }) => {
  const anchors = page.headings.map(({ slug }) => slug)
  return page.links.flatMap(({ url, place }): Finding[] => {
    const anchor = url.startsWith('#') ? decoded(url.slice(1)) : undefined
    if (!anchor || anchors.includes(anchor) || hasAnchor(page, anchor)) return []
    const data = { url, anchor, page: page.file, suggestion: suggest(anchor, anchors) }
    return [documentAnchorBroken.at(place, data)]
  })
})

const hasAnchor = ({ source }: Page, anchor: string) =>
  source.includes(`id="${anchor}"`) || source.includes(`name="${anchor}"`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
