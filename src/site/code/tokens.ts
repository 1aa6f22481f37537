import { type Element, type ElementContent, h, select } from '@astrojs/starlight/expressive-code/hast'

/**
 * Makes a highlighted line lighter without a visible change: a space takes the
 * colour of the token before it, and neighbours of one colour are one token.
 * Pages of commands are mostly such spans. Marks options, which are not to be torn apart where a line wraps.
 */
export function joinTokens(line: Element): void {
  const code = select('.code', line)
  if (!code) return
  const joined: ElementContent[] = []
  for (const node of code.children) {
    const token = tokenOf(node)
    const last = joined.at(-1)
    const before = last && tokenOf(last)
    const joins = token && before && (token.style === before.style || token.text.trim() === '')
    if (joins) joined[joined.length - 1] = h('span', { style: before.style }, before.text + token.text)
    else joined.push(node)
  }
  code.children = joined.map(keepOptions)
}

/** An option breaks before its hyphens or after its name, never within. One that would not fit on a phone may. */
const OPTION = /(?<![\w-])(--[A-Za-z][\w-]{0,26}=?)(?![\w-])/

/** `.option` in `styles/code.css` does not wrap. */
function keepOptions(node: ElementContent): ElementContent {
  const token = tokenOf(node)
  if (!token || !OPTION.test(token.text)) return node
  const parts = token.text.split(OPTION).filter((part) => part !== '')
  const children = parts.map((part) => (OPTION.test(part) ? h('span', { className: 'option' }, part) : part))
  return h('span', { style: token.style }, children)
}

/** A span that has nothing but a colour and text. Underlined tokens show their spaces, so they stay apart. */
function tokenOf(node: ElementContent): { style: string; text: string } | undefined {
  if (node.type !== 'element' || Object.keys(node.properties).join() !== 'style') return undefined
  const [child, ...more] = node.children
  const { style } = node.properties
  if (child?.type !== 'text' || more.length > 0 || typeof style !== 'string' || style.includes('td:')) return undefined
  return { style, text: child.value }
}
