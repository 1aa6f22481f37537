import { defineRouteMiddleware } from '@astrojs/starlight/route-data'
import { localeOf } from '../texts.ts'
import { contentsOf, firstContents } from './sections.ts'

/** Puts what a post-mortem shows around its prose into its table of contents. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  const { entry, toc, lang } = starlightRoute
  const { incident } = entry.data
  if (!incident || !toc) return
  // The first entry is the top of the page.
  toc.items.splice(1, 0, ...firstContents(localeOf(lang)))
  toc.items.push(...contentsOf(incident, localeOf(lang)))
})
