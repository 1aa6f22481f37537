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
export async function copiedBlocks(page: Page, selector: string) {
  const blocks = []
  for (const frame of await page.locator(selector).all()) {
    await frame.locator('.copy button').click()
    const button = await page.evaluate(() => navigator.clipboard.readText())
    await frame.locator('pre').evaluate((pre) => getSelection()?.selectAllChildren(pre))
    blocks.push({ button, selection: await copySelection(page), shown: await shownLines(frame) })
  }
  return blocks
}

const shownLines = (frame: ReturnType<Page['locator']>) =>
  frame.evaluate((element) =>
    [...element.querySelectorAll('.ec-line')].map(({ textContent }) => textContent.replace(/\n$/, '')).join('\n'),
  )

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
