import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parseMeta } from '#document/fence-meta.ts'

const markdown = unified().use(remarkParse)

/** Ids of the steps of a page in order, from its Markdown. */
export function stepIds(source: string): string[] {
  const ids: string[] = []
  visit(markdown.parse(source) as Root, 'code', ({ lang, meta }) => {
    const token = lang === 'bash' && parseMeta(meta ?? '').tokens.find(({ key }) => key === 'step')
    if (token && typeof token.value === 'string') ids.push(token.value)
  })
  return ids
}
