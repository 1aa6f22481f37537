import type { Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const PROCESSOR = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze()

/** Parses Markdown as GitHub writes it, with YAML frontmatter. May throw on structures nested beyond the stack. */
export function parseMarkdown(text: string): Root {
  return PROCESSOR.parse(text)
}

/** Every node of a tree below its root, parents first, in the order of the page. */
export function* nodesOf(parent: { children: readonly RootContent[] }): Generator<RootContent> {
  const pending = parent.children.toReversed()
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node
    if ('children' in node) pending.push(...node.children.toReversed())
  }
}
