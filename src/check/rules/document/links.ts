import type { PageSummary } from '#check/page/site.ts'
import { type Surroundings, siteRule } from '#check/rule.ts'
import type { Link } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { SITE_PAGES } from '#schema/site-pages.ts'
import { suggest } from '#schema/spelling.ts'
import { documentAnchorBroken } from './anchor-broken.ts'
import { documentLinkBroken } from './link-broken.ts'

/** Links between pages, and to headings, that lead nowhere. */
export const links = siteRule([documentLinkBroken, documentAnchorBroken], ({ pages }, { projectFile }) => {
  const site = new Map(pages.map((page) => [addressOf(page), page]))
  return pages.flatMap((page) =>
    page.links.flatMap((link) => diagramFinding(page, link, projectFile) ?? linkFindings(page, link, site)),
  )
})

/** A link to the file of a diagram, which the site draws in its place: the file must be there. Undefined for other links. */
function diagramFinding({ file }: PageSummary, { url, place }: Link, isThere: Surroundings['projectFile']) {
  if (!/^(\.\.\/)+diagrams\/[^/]+\.yaml$/.test(url)) return undefined
  return isThere?.(new URL(url, `file:///${file}`).pathname.slice(1)) === false
    ? [documentLinkBroken.at(place, { url })]
    : []
}

const addressOf = ({ locale, slug }: PageSummary) => (locale === 'en' ? `en/${slug}` : slug).replace(/\/$/, '')

function linkFindings(page: PageSummary, { url, place }: Link, site: ReadonlyMap<string, PageSummary>): Finding[] {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return []
  const [path = '', anchor] = url.split('#', 2)
  const address = resolve(page, decoded(path.replace(/\?.*$/, '')))
  const target = path === '' ? page : site.get(address)
  if (!target) {
    if (isAsset(path) || SITE_PAGES.includes(address)) return []
    return [documentLinkBroken.at(place, { url, suggestion: prefixed(suggest(address, site.keys())) })]
  }
  const { anchors } = target
  if (!anchor || anchors.includes(decoded(anchor))) return []
  const suggestion = suggest(anchor, anchors)
  return [documentAnchorBroken.at(place, { url, anchor, page: target.file, suggestion })]
}

const isAsset = (path: string) => /\.(?!md$|mdx$|html$)[a-z0-9]{2,5}$/i.test(path)
const prefixed = (address: string | undefined) => (address === undefined ? undefined : `/${address}/`)

function resolve(page: PageSummary, path: string): string {
  const toFile = /\.mdx?$/.test(path)
  const base = path.startsWith('/') ? [] : addressOf(page).split('/')
  // A page's address ends in `/`, so `../x/` is its sibling; a file stands in its folder.
  if (toFile) base.pop()
  for (const part of path.replace(/\.mdx?$|\.html$/, '').split('/')) {
    if (part === '..') base.pop()
    else if (part !== '' && part !== '.') base.push(part)
  }
  return base.join('/').replace(/(^|\/)index$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
