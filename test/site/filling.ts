import type { Page } from 'playwright-core'
import { type Copied, copiedBlocks } from './copying.ts'

export const STEPS = '.is-step'

/** Values a reader may type: an ordinary one, and one that would break a command that did not quote it. */
export const SIMPLE = 'acme-prod-42'
export const HOSTILE = `it's "5" $HOME \`id\` \\ wow!x ñ *`

/** The names of the fields of a page, and what its steps show and give once they are filled in. */
export interface Filled {
  names: readonly string[]
  blocks: readonly Copied[]
}

/** Fills in every field of a page. */
export async function filled(page: Page, value: string): Promise<Filled> {
  const names = await page
    .locator('.fill-in input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name') ?? ''))
  if (names.length > 0) {
    await page.locator('.fill-in summary').click()
    for (const name of names) await page.locator(`.fill-in input[name="${name}"]`).fill(value)
    await page.locator('.fill-in summary').click()
  }
  return { names, blocks: await copiedBlocks(page, STEPS) }
}

/** What the steps of a page give as it is written, and then with every field filled in. */
export async function copies(page: Page, value: string): Promise<{ plain: readonly Copied[]; filled: Filled }> {
  return { plain: await copiedBlocks(page, STEPS), filled: await filled(page, value) }
}
