import type { APIRoute } from 'astro'
import { documents } from '../documents.ts'
import { localeOf } from '../texts.ts'

/** The runbooks and guides of one locale as they are written, blocks and their metadata included. */
export const GET: APIRoute = async ({ url }) => {
  const entries = await documents(localeOf(url.pathname.split('/')[1]))
  const pages = entries.filter(({ filePath }) => filePath?.endsWith('.md'))
  return new Response(pages.map(({ data, body }) => `# ${data.title}\n\n${body ?? ''}`).join('\n\n---\n\n'))
}
