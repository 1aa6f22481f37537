import rss from '@astrojs/rss'
import type { APIRoute } from 'astro'
import { incidentEntries } from '../incident/entries.ts'
import { INCIDENT_TEXTS } from '../incident/texts.ts'
import { THEMES } from '../incident/words.ts'
import { localeOf } from '../texts.ts'

/**
 * RSS 2.0 of the post-mortems of one locale, newest incident first. Items have no date of publication:
 * nobody wrote one down, and the day of the incident is not it.
 */
export const GET: APIRoute = async ({ site, url }) => {
  const locale = localeOf(url.pathname.split('/')[1])
  const entries = await incidentEntries(locale)
  return rss({
    title: INCIDENT_TEXTS.allTitle[locale],
    description: INCIDENT_TEXTS.allLead[locale],
    site: new URL(locale === 'en' ? '/en/post-mortems/' : '/post-mortems/', site),
    customData: `<language>${locale}</language>`,
    items: entries.map(({ incident, title, description, href }) => ({
      title,
      description: description ?? incident.impact,
      link: new URL(href, site).href,
      categories: incident.themes.map((theme) => THEMES[theme][locale]),
    })),
  })
}
