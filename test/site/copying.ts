import type { Page } from 'playwright-core'

/** Lets a page use the clipboard, as a reader who presses a button does. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] }

/** What Ctrl+C takes with the selection a page has. */
export async function copySelection(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('Control+c')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** What one block of a page shows, and what its button and its selection give. */
export interface Copied {
  button: string
  selection: string
  shown: string
}

let last: Promise<unknown> = Promise.resolve()

/** What each block of a page shows and gives, in order. The browser has one clipboard, so pages wait for each other. */
export function copiedBlocks(page: Page, selector: string): Promise<Copied[]> {
  const copied = last.then(() => copyEach(page, selector))
  last = copied.catch(() => undefined)
  return copied
}

/** One call for each block: the browser lets a page copy for five seconds after what counts as a gesture. */
async function copyEach(page: Page, selector: string): Promise<Copied[]> {
  const blocks = []
  for (const frame of await page.locator(selector).elementHandles()) blocks.push(await frame.evaluate(copyBlock))
  return blocks
}

/** Runs in the page. */
async function copyBlock(frame: Element): Promise<Copied> {
  const clipboard = async (copy: () => void) => {
    await navigator.clipboard.writeText('')
    copy()
    return navigator.clipboard.readText()
  }
  const pre = frame.querySelector('pre')
  if (!pre) throw new Error('A block without code')
  const lines = [...pre.querySelectorAll('.ec-line')].map(({ textContent }) => textContent.replace(/\n$/, ''))
  return {
    button: await clipboard(() => frame.querySelector<HTMLElement>('.copy button')?.click()),
    selection: await clipboard(() => {
      getSelection()?.selectAllChildren(pre)
      document.execCommand('copy')
    }),
    shown: lines.join('\n'),
  }
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
