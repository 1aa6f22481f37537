import type { Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

const PROCESSOR = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(withoutTransforms)
  .freeze()

/** GFM's parser finds bare links; what then searches the finished tree for more makes nodes without a position. */
function withoutTransforms(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map((extension) => ({ ...extension, transforms: [] }))
}

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
