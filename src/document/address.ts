import type { Locale } from '#schema/locale.ts'

const CONTENT = 'content/docs/'

/** Locale of a page and its path on the site without it. A file outside the content folder is Spanish, named by itself. */
export function addressOf(file: string): { locale: Locale; slug: string } {
  const path = file.replace(/\.mdx?$/, '').replaceAll('\\', '/')
  const at = path.startsWith(CONTENT) ? 0 : path.lastIndexOf(`/${CONTENT}`) + 1
  if (at === 0 && !path.startsWith(CONTENT)) return { locale: 'es', slug: path.slice(path.lastIndexOf('/') + 1) }
  const inside = path.slice(at + CONTENT.length)
  const locale = inside === 'en' || inside.startsWith('en/') ? 'en' : 'es'
  const slug = (locale === 'en' ? inside.slice(3) : inside).replace(/(^|\/)index$/, '')
  return { locale, slug }
}

/** Makes the anchors of a page's headings as the site does: a repeated one gets `-1`, `-2`. */
export function anchorMaker(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const base = anchorOf(text)
    let anchor = base
    while (seen.has(anchor)) {
      const next = (seen.get(base) ?? 0) + 1
      seen.set(base, next)
      anchor = `${base}-${next}`
    }
    seen.set(anchor, 0)
    return anchor
  }
}

/** github-slugger's rule: lower case, spaces to hyphens, only letters, marks, numbers, `_` and `-` stay. */
const anchorOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
