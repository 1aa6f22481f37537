import { defineRouteMiddleware } from '@astrojs/starlight/route-data'
import { localeOf } from '../texts.ts'
import { contentsOf } from './sections.ts'

/** Puts what a post-mortem shows below its prose into its table of contents. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  const { entry, toc, lang } = starlightRoute
  const { incident } = entry.data
  if (incident && toc) toc.items.push(...contentsOf(incident, localeOf(lang)))
})
