import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** The text of every step of a page, read from its Markdown by the ordinary parser. */
export function stepTexts(path: string): string[] {
  const texts: string[] = []
  visit(
    unified()
      .use(remarkParse)
      .parse(readFileSync(`content/docs${path.replace(/\/$/, '')}.md`, 'utf8')),
    'code',
    (node) => {
      if (node.lang === 'bash' && /(^|\s)step=/.test(node.meta ?? '')) texts.push(node.value)
    },
  )
  return texts
}
