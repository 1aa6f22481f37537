import type { APIRoute } from 'astro'
import { documents, hrefOf } from '../documents.ts'
import { localeOf } from '../texts.ts'

const INTRODUCTION = {
  es: '# Runbooks ejecutables\n\n> Guías de despliegue que se ejecutan antes de publicarse. Los bloques bash de cada página son sus pasos.',
  en: '# Executable runbooks\n\n> Deployment guides that are executed before they are published. The bash blocks of each page are its steps.',
} as const

/** `llms.txt` (llmstxt.org) of one locale: every page with its description, and the link to the full text. */
export const GET: APIRoute = async ({ site, url }) => {
  const locale = localeOf(url.pathname.split('/')[1])
  const absolute = (path: string) => new URL(path, site).href
  const pages = (await documents(locale)).map(({ id, data }) => {
    return `- [${data.title}](${absolute(hrefOf(id))})${data.description ? `: ${data.description}` : ''}`
  })
  const full = absolute(locale === 'en' ? '/en/llms-full.txt' : '/llms-full.txt')
  const heading = locale === 'en' ? 'Pages' : 'Páginas'
  return new Response(`${INTRODUCTION[locale]}\n\n## ${heading}\n\n${pages.join('\n')}\n- [llms-full.txt](${full})\n`)
}
