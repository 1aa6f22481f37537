import { SITE_PAGES } from '#schema/site-pages.ts'
import { isDiagramLink } from './diagram/plugin.ts'
import { pageData, slugOf } from './page-data.ts'
import { localeOf } from './texts.ts'

/**
 * Links the validator cannot know to be right, checked here instead: the files of diagrams, the lists
 * of runbooks and incidents, and anchors of steps, which must name a step of the page they
 * lead to. `file` is the file the link stands in.
 */
export function isKnownLink({ file, link }: { file: string; link: string }): boolean {
  if (link.startsWith('/') && SITE_PAGES.includes(link.replaceAll(/^\/|\/$/g, ''))) return true
  if (isDiagramLink(link)) return true
  const [path = '', anchor = ''] = link.split('#')
  const step = /^step-(.+)$/.exec(anchor)?.[1]
  const target = path === '' ? file : `content/docs${path.replace(/\/$/, '')}.md`
  const slug = slugOf(target)
  if (!step || !slug) return false
  const locale = localeOf(/content\/docs\/en\//.test(target.replaceAll('\\', '/')) ? 'en' : 'es')
  return pageData(slug, locale).steps.includes(step)
}
