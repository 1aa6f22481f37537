import type { Page } from 'playwright-core'

/** A phone, a small window and up to a wide one, in pixels. */
export const WIDTHS = [390, 768, 1280, 1440]

/** What covers code and which code scrolls sideways, on one page at every width. The window is then as it was. */
export async function lookAtCode(page: Page, { path }: { path: string }) {
  const before = page.viewportSize()
  const found = { blocks: 0, covered: [] as string[], sideways: [] as string[] }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const { blocks, covered, sideways } = await page.evaluate(codeOfPage)
    found.blocks += blocks
    found.covered.push(...covered.map((text) => `${path} at ${width}: ${text}`))
    found.sideways.push(...sideways.map((text) => `${path} at ${width}: ${text}`))
  }
  if (before) await page.setViewportSize(before)
  return found
}

/** Runs in the page. A button covers code, or the bar above it, where its box meets that of a word; spaces that hang over the end of a line are none. */
function codeOfPage() {
  const boxes = (range: Range) => [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  const meet = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const all = (element: Element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return [range]
  }
  const words = (element: Element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const ranges: Range[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        ranges.push(range)
      }
    return ranges
  }
  const covers = (button: Element) => {
    const frame = button.closest('.frame, .command, .fill-in')
    const texts = [...(frame?.querySelectorAll('.ec-line .code, figcaption, .command code, .snippet') ?? [])]
    const box = button.getBoundingClientRect()
    const meets = (range: Range) => boxes(range).some((text) => meet(box, text))
    return texts.filter((text) => all(text).some(meets)).some((text) => words(text).some(meets))
  }
  const buttons = [...document.querySelectorAll('.expressive-code .copy button, .command button, .fill-in button')]
  const code = [...document.querySelectorAll('.expressive-code pre, .command pre, .fill-in pre')]
  const sideways = code.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  const name = (element: Element) => (element.closest('.frame, .command') ?? element).textContent.trim().slice(0, 60)
  return { blocks: code.length, covered: buttons.filter(covers).map(name), sideways: sideways.map(name) }
}
