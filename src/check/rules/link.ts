import type { Link, Page } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { SiteRule } from '../rule.ts'

/** Links between pages, and to headings, that lead nowhere. */
export const links: SiteRule = (all) => {
  const site = new Map(all.map(({ page }) => [addressOf(page), page]))
  return all.flatMap(({ page }) => page.links.flatMap((link) => linkFindings(page, link, site)))
}

const addressOf = ({ locale, slug }: Page) => (locale === 'en' ? `en/${slug}` : slug).replace(/\/$/, '')

function linkFindings(page: Page, { url, place }: Link, site: ReadonlyMap<string, Page>): Finding[] {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return []
  const [path = '', anchor] = url.split('#', 2)
  const address = resolve(page, decoded(path.replace(/\?.*$/, '')))
  const target = path === '' ? page : site.get(address)
  if (!target) {
    if (isAsset(path) || isHome(address)) return []
    return [finding('DOCUMENT_LINK_BROKEN', place, { url, suggestion: prefixed(suggest(address, site.keys())) })]
  }
  if (!anchor || target.headings.some(({ slug }) => slug === decoded(anchor)) || anchor === '_top') return []
  const suggestion = suggest(
    anchor,
    target.headings.map(({ slug }) => slug),
  )
  return [finding('DOCUMENT_ANCHOR_BROKEN', place, { url, anchor, page: target.file, suggestion })]
}

/** The home pages are written in MDX, which is not read here. */
const isHome = (address: string) => address === '' || address === 'en'
const isAsset = (path: string) => /\.(?!md$|mdx$|html$)[a-z0-9]{2,5}$/i.test(path)
const prefixed = (address: string | undefined) => (address === undefined ? undefined : `/${address}/`)

function resolve(page: Page, path: string): string {
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
