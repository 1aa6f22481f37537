import { existsSync, readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { axe } from './axe.ts'

const LIMIT_MS = 600_000
const WIDE = { width: 1440, height: 900 }

interface Site {
  pages: readonly string[]
  open<T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** What must hold of the pages of incidents, as part of the tests in a browser. */
export function incidentTests(site: () => Site): void {
  const incidentPages = () => site().pages.filter((path) => /\/post-mortems\/[^/]+\/$/.test(path))
  const spanishPages = () => incidentPages().filter((path) => !path.startsWith('/en/'))

  it.each([
    ['/post-mortems/', /^(\d+) de (\d+) incidentes$/],
    ['/en/post-mortems/', /^(\d+) of (\d+) incidents$/],
  ])(
    'filters the incidents of %s with the keyboard, and keeps that in the address',
    { timeout: LIMIT_MS },
    async (path, counted) => {
      await site().open(path, async (page) => {
        const errors: string[] = []
        page.on('pageerror', ({ message }) => errors.push(message))
        const said = async () =>
          counted.exec((await page.locator('.incident-filter output').textContent()) ?? '')?.slice(1)
        const all = await shown(page)
        expect(all).toHaveLength(spanishPages().length)
        expect(await said()).toEqual([`${all.length}`, `${all.length}`])
        for (const filter of ['service', 'severity', 'theme']) {
          const value = await choose(page, filter)
          const having = await incidentsWith(page, filter, value)
          expect(having).not.toEqual([])
          expect(new URL(page.url()).search).toBe(`?${filter}=${value}`)
          expect(await shown(page)).toEqual(having)
          expect(await said()).toEqual([`${having.length}`, `${all.length}`])
          await page.reload()
          expect(await page.locator(`select[name="${filter}"]`).inputValue()).toBe(value)
          expect(await shown(page)).toEqual(having)
          await focusWithTab(page, '.incident-filter button')
          await page.keyboard.press('Enter')
          await expect.poll(() => shown(page)).toEqual(all)
          await expect.poll(() => new URL(page.url()).search).toBe('')
        }
        await choose(page, 'theme')
        expect(await axe(page, path)).toEqual([])
        expect(errors).toEqual([])
      })
    },
  )

  it('lists every incident without JavaScript, and offers no filter that does nothing', {
    timeout: LIMIT_MS,
  }, async () => {
    const look = async (page: Page) => {
      expect(await shown(page)).toHaveLength(spanishPages().length)
      expect(await page.locator('.incident-filter:visible').count()).toBe(0)
      expect(await page.locator('.incident-picture svg:visible').count()).toBe(1)
    }
    await site().open('/post-mortems/', look, { javaScriptEnabled: false })
  })

  it('shows on every post-mortem what its header knows, listed in its contents', { timeout: LIMIT_MS }, async () => {
    expect(incidentPages().length).toBeGreaterThan(1)
    for (const path of incidentPages()) {
      const look = async (page: Page) => {
        expect(await page.locator('.incident-panel .times dd').count(), path).toBe(4)
        for (const id of ['incident-timeline', 'incident-factors', 'incident-actions']) {
          expect(await page.locator(`h2#${id}`).count(), `${path}#${id}`).toBe(1)
          expect(await page.locator(`starlight-toc a[href="#${id}"]`).count(), `${path}#${id}`).toBe(1)
        }
        expect(await page.locator('.incident-picture svg:visible[role="img"][aria-label]').count(), path).toBe(1)
        expect(await page.locator('.runbook-panel .command code').textContent(), path).toMatch(/ --dry-run$/)
        expect(await page.locator('.fill-in').count(), path).toBe(0)
      }
      await site().open(path, look, { viewport: WIDE })
    }
  })

  it('leads from incidents only to places that exist', { timeout: LIMIT_MS }, async () => {
    const broken: string[] = []
    for (const path of [...incidentPages(), '/post-mortems/', '/en/post-mortems/']) {
      const links = await site().open(path, (page) =>
        page.locator('main a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)),
      )
      const own = links.filter((link) => !/^https?:/.test(link) || new URL(link).hostname === '127.0.0.1')
      broken.push(...own.filter((link) => !exists(link)).map((link) => `${path}: ${link}`))
    }
    expect(broken).toEqual([])
  })

  it.each(['/post-mortems/', '/en/post-mortems/'])('has a well-formed feed of all incidents under %s', async (path) => {
    const contents = readFileSync(`dist${path}rss.xml`, 'utf8')
    await expect(
      validateXML({ xml: [{ fileName: 'rss.xml', contents }], normalization: 'format' }),
    ).resolves.toMatchObject({
      valid: true,
    })
    const links = [...contents.matchAll(/<item>.*?<link>(.*?)<\/link>/gs)].map(
      ([, link = '']) => new URL(link).pathname,
    )
    expect(links.toSorted()).toEqual(incidentPages().filter((page) => page.startsWith(path)))
  })
}

/** Ids of the incidents that can be seen, in their order. */
const shown = (page: Page) =>
  page
    .locator('[data-incident]:visible')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-incident')))

const incidentsWith = (page: Page, filter: string, value: string) =>
  page
    .locator(`[data-incident][data-${filter}~="${value}"]`)
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-incident')))

/** Chooses the first value a filter offers, with the keyboard alone. */
async function choose(page: Page, filter: string): Promise<string> {
  await focusWithTab(page, `select[name="${filter}"]`)
  await page.keyboard.press('ArrowDown')
  const value = await page.locator(`select[name="${filter}"]`).inputValue()
  expect(value).not.toBe('')
  return value
}

/** Presses Tab until the element has the focus. */
async function focusWithTab(page: Page, selector: string): Promise<void> {
  const focused = () => page.locator(selector).evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 150; presses += 1) {
    if (await focused()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${selector}`)
}

/** Whether the built site has the page and the anchor an address names. */
function exists(link: string): boolean {
  if (link === '') return false
  const { pathname, hash } = new URL(link)
  const file = `dist${pathname}${pathname.endsWith('/') ? 'index.html' : ''}`
  if (!existsSync(file)) return false
  return hash === '' || readFileSync(file, 'utf8').includes(`id="${decodeURIComponent(hash.slice(1))}"`)
}
