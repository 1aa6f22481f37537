import type { Page } from 'playwright-core'

/** Lets a page use the clipboard, as a reader who presses a button does. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] }

/** What Ctrl+C takes with the selection a page has. */
export async function copySelection(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('Control+c')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** What each block of a page shows and what its button and its selection give, in order. */
export function copiedBlocks(page: Page, selector: string) {
  return page.evaluate(async (frames) => {
    const clipboard = async (copy: () => void) => {
      await navigator.clipboard.writeText('')
      copy()
      return navigator.clipboard.readText()
    }
    const blocks = []
    for (const frame of document.querySelectorAll(frames)) {
      const pre = frame.querySelector('pre')
      if (!pre) throw new Error('A block without code')
      const lines = [...pre.querySelectorAll('.ec-line')].map(({ textContent }) => textContent.replace(/\n$/, ''))
      blocks.push({
        button: await clipboard(() => frame.querySelector<HTMLElement>('.copy button')?.click()),
        selection: await clipboard(() => {
          getSelection()?.selectAllChildren(pre)
          document.execCommand('copy')
        }),
        shown: lines.join('\n'),
      })
    }
    return blocks
  }, selector)
}

/** Selects from one character of a block to one of another, counted from the start of each. */
export function select(page: Page, from: [block: number, offset: number], to: [block: number, offset: number]) {
  return page.evaluate(
    ([start, end]) => {
      const place = ([block, offset]: [number, number]): [Node, number] => {
        const code = document.querySelectorAll('.is-step code:not(figcaption *)')[block]
        const walker = document.createTreeWalker(code ?? document, NodeFilter.SHOW_TEXT)
        let left = offset
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node.textContent ?? ''
          if (left <= length) return [node, left]
          left -= length
        }
        throw new Error(`No character ${offset} in block ${block}`)
      }
      getSelection()?.setBaseAndExtent(...place(start), ...place(end))
    },
    [from, to] as const,
  )
}
