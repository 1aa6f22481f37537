import type { satteri } from '@astrojs/markdown-satteri'

type HastPlugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>

/** A name in capitals that a phone has no room for: `GOOGLE_APPLICATION_CREDENTIALS`. */
const NAME = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/
const MIN_LENGTH = 16

/** The parts a long name may be broken into, after its underscores; the whole text when it holds none. */
export function breakable(text: string): string[] {
  const parts = text.split(new RegExp(`(${NAME.source})`)).flatMap((part) => {
    const isLong = part.length >= MIN_LENGTH && NAME.test(part)
    return isLong ? part.split(/(?<=_)/) : [part]
  })
  return parts.filter((part) => part !== '')
}

/** Lets a line end after an underscore of a long name, and not in the middle of a word. */
export const breakableNames: HastPlugins = [
  {
    name: 'breakable-names',
    element: {
      filter: ['h2', 'h3', 'code', 'td'],
      visit(node, context) {
        if (node.children.length !== 1 || node.children[0]?.type !== 'text') return
        const parent = context.parent(node)
        // A block is text for whoever highlights and copies it.
        if (parent?.type === 'element' && parent.tagName === 'pre') return
        const parts = breakable(node.children[0].value)
        const isName = (part: string | undefined) => part?.endsWith('_') ?? false
        if (!parts.some(isName)) return
        context.replaceNode(
          node.children[0],
          parts.flatMap((value, at) => [
            { type: 'text' as const, value },
            ...(isName(value) && at < parts.length - 1
              ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]
              : []),
          ]),
        )
      },
    },
  },
]
