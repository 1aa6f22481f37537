import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { At } from './visits.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The pages have no frames, so axe needs no second page to put their results together. */
const axeOf = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

/** What violates WCAG 2.2 AA on a page, without the baseline of plain Starlight. */
export async function axe(page: Page, path: string, without: string[] = []): Promise<string[]> {
  await scrollersReady(page)
  const { violations } = await axeOf(page).withTags(WCAG).disableRules(without).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${path}: ${id} at ${target.join(' ')}`).filter((line) => !isBaseline(line)),
  )
}

/** The same of a page that is visited, as far as this visit looks; undefined where it does not. */
export async function accessViolations(page: Page, { path, access }: At): Promise<string[] | undefined> {
  return access === 'none' ? undefined : axe(page, path, access === 'all' ? [] : ['color-contrast'])
}

/** Colours are all that differs between the themes. */
export async function contrast(page: Page, path: string): Promise<string[]> {
  const { violations } = await axeOf(page).withRules(['color-contrast']).analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => `${path}: dark contrast at ${target.join(' ')}`))
}

/** Blocks and tables that scroll get their tab stop when the browser is idle; axe itself tells of one that never does. */
async function scrollersReady(page: Page): Promise<void> {
  const ready = () =>
    [...document.querySelectorAll('.expressive-code pre, .sl-markdown-content table')].every(
      (element) => element.scrollWidth <= element.clientWidth || element.getAttribute('tabindex') === '0',
    )
  await page.waitForFunction(ready, undefined, { timeout: 30_000 }).catch(() => undefined)
}

/** Starlight's own search button is named "Search" and shows "Search Ctrl K". */
function isBaseline(line: string): boolean {
  return line.includes('label-content-name-mismatch at button[data-open-modal')
}
