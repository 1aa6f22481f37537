import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fromMachine } from '../require.ts'
import { cli } from '../support/cli.ts'
import { axe } from './axe.ts'
import { buildIfStale, builtPages, largestOfEachKind, serveSite } from './built-site.ts'
import { WIDTHS } from './code-looks.ts'
import { codeTests } from './code-pages.ts'
import { CLIPBOARD } from './copying.ts'
import { diagramTests } from './diagram-pages.ts'
import { incidentTests } from './incident-pages.ts'
import { lookDark, lookOnPhone, lookWide } from './looks.ts'
import { stepTexts } from './step-texts.ts'
import { symptomTests } from './symptom-paths.ts'
import { once, visitEach } from './visits.ts'

const executablePath = await fromMachine('chromium')
const LIMIT_MS = 600_000
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

describe.skipIf(executablePath === undefined)('the site in a browser', () => {
  let browser: Browser
  let server: Server
  let origin: string
  let pages: string[]
  let largest: readonly string[]

  beforeAll(async () => {
    // Pages show the evidence of the last verification; without one they have none to show.
    if (!existsSync('.runbook/verification.json')) {
      const { status, stderr } = cli('verify', ['--fixture', 'embedded'])
      expect(status, stderr).toBe(0)
    }
    buildIfStale()
    pages = builtPages()
    largest = largestOfEachKind(pages)
    ;({ server, origin } = await serveSite())
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath: executablePath ?? '', args })
  }, LIMIT_MS)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  /** Opens a path in a fresh context, runs `look` and closes it. */
  async function open<T>(path: string, look: (page: Page) => Promise<T>, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      await page.goto(origin + path)
      return await look(page)
    } finally {
      await context.close()
    }
  }

  const spanishPages = () => pages.filter((path) => !path.startsWith('/en/'))
  // axe takes longest. What it finds comes from a template or from an author, who writes the same in both languages: the
  // long suite looks at every page in every view, this one at the largest of each kind, and at what authors write once.
  // Colours come from templates alone.
  const accessAll = (path: string) => process.env.SUITE === 'long' || largest.includes(path)
  const isWritten = (path: string) => !path.startsWith('/en/') && !path.startsWith('/reference/')
  const runbookPages = () => pages.filter((path) => isRunbook({ path }))

  // Each page is visited once per view, and every test below reads what that visit found.
  const wide = once(() =>
    visitEach({
      browser,
      origin,
      paths: pages,
      accessOf: (path) => (accessAll(path) ? 'all' : isWritten(path) ? 'but-colours' : 'none'),
      view: { ...CLIPBOARD, viewport: WIDE, colorScheme: 'light' },
      look: lookWide,
    }),
  )
  const phone = once(() =>
    visitEach({
      browser,
      origin,
      paths: pages,
      accessOf: (path) => (accessAll(path) ? 'but-colours' : 'none'),
      view: { ...CLIPBOARD, viewport: PHONE },
      look: lookOnPhone,
    }),
  )
  const dark = once(async () => {
    const lastSteps = new Map((await wide()).map(({ path, found }) => [path, found.steps.at(-1)]))
    const view: BrowserContextOptions = { viewport: WIDE, colorScheme: 'dark' }
    return visitEach({
      browser,
      origin,
      paths: spanishPages(),
      accessOf: (path) => (accessAll(path) ? 'all' : 'none'),
      view,
      place: (path) => lastSteps.get(path),
      look: lookDark,
    })
  })

  it('has the same pages in both languages', () => {
    const spanish = pages.filter((path) => !path.startsWith('/en/') && path !== '/404.html')
    expect(spanish.length).toBeGreaterThan(2)
    expect(runbookPages().length).toBeGreaterThan(1)
    expect(pages.filter((path) => path.startsWith('/en/') && path !== '/en/404/')).toEqual(
      spanish.map((path) => `/en${path}`),
    )
  })

  describe.each([
    ['wide', () => wide(), () => pages],
    ['on a phone', () => phone(), () => pages],
    ['in Spanish in the dark theme', () => dark(), spanishPages],
  ] as const)('every page %s', (_, view, paths) => {
    it('opens with a clean console, from its own origin only', { timeout: LIMIT_MS }, async () => {
      const visits = await view()
      expect(visits.map(({ path }) => path)).toEqual(paths())
      expect(visits.flatMap(({ problems }) => problems)).toEqual([])
    })

    it('passes axe, the largest of each kind at least', { timeout: LIMIT_MS }, async () => {
      const kinds = largestOfEachKind(paths())
      const looked = (await view()).filter(({ found }) => found.violations !== undefined)
      expect(looked.map(({ path }) => path)).toEqual(expect.arrayContaining(kinds))
      expect(looked.flatMap(({ found }) => found.violations)).toEqual([])
    })
  })

  it('offers the twin page of every page, and goes there', { timeout: LIMIT_MS }, async () => {
    const spanish = (await wide()).filter(({ path }) => !path.startsWith('/en/') && path !== '/404.html')
    expect(spanish.map(({ found }) => found.twin)).toEqual(spanish.map(({ path }) => `/en${path}`))
    for (const path of largestOfEachKind(spanish.map((visit) => visit.path)))
      await open(path, async (page) => {
        await page.locator('starlight-lang-select select').first().selectOption({ label: 'English' })
        await page.waitForURL(`${origin}/en${path}`)
        expect(await page.locator('html').getAttribute('lang'), path).toBe('en')
      })
  })

  it.each([
    ['/', 'es'],
    ['/en/', 'en'],
  ])('finds a command from %s', { timeout: LIMIT_MS }, async (path, language) => {
    await open(path, async (page) => {
      await page.locator('site-search button[data-open-modal]').click()
      await page.locator('.pagefind-ui__search-input').fill('update-traffic')
      const result = page.locator('.pagefind-ui__result-link[href*="cloud-run-deploy"]').first()
      await result.waitFor()
      const prefix = language === 'en' ? '/en/runbooks/' : '/runbooks/'
      expect(await result.getAttribute('href')).toMatch(new RegExp(`^${prefix}cloud-run-deploy/`))
    })
  })

  it('lands on a step from its link, below the header', { timeout: LIMIT_MS }, async () => {
    for (const { path, found } of (await wide()).filter(isRunbook)) {
      expect(found.steps.length, path).toBeGreaterThan(0)
      expect(new Set(found.steps).size, path).toBe(found.steps.length)
    }
    for (const { path, found } of (await dark()).filter(isRunbook)) {
      expect(found.landed, path).toBeDefined()
      expect(found.landed?.top, path).toBeGreaterThanOrEqual(found.landed?.header ?? Number.NaN)
      expect(found.landed?.top, path).toBeLessThan(WIDE.height)
    }
  })

  it('copies every step byte for byte as the page has it', { timeout: LIMIT_MS }, async () => {
    for (const { path, found } of (await wide()).filter(isRunbook)) expect(found.copied, path).toEqual(stepTexts(path))
  })

  it('shows typed values in the commands and keeps them in this tab only', { timeout: LIMIT_MS }, async () => {
    await open('/runbooks/cloud-run-deploy/', async (page) => {
      const place = page.locator('[data-v="GCP_PROJECT_ID"]').first()
      const written = await place.textContent()
      const copied = await page.locator('.is-step .copy button').first().getAttribute('data-code')
      await page.locator('.fill-in summary').click()
      await page.locator('.fill-in input[name="GCP_PROJECT_ID"]').fill("it's-mine")
      await expect.poll(() => place.textContent()).toBe("it's-mine")
      expect(await page.locator('.snippet').textContent()).toContain(`export GCP_PROJECT_ID='it'\\''s-mine'`)
      expect(await page.locator('.is-step .copy button').first().getAttribute('data-code')).toBe(
        copied?.replaceAll('$GCP_PROJECT_ID', "it's-mine"),
      )
      expect(await stored(page)).toEqual({ local: [], cookies: '', session: `{"GCP_PROJECT_ID":"it's-mine"}` })
      await page.goto(`${origin}/en/runbooks/cloud-run-deploy/`)
      await expect.poll(() => place.textContent()).toBe("it's-mine")
      await page.locator('.fill-in summary').click()
      await page.locator('.fill-in [data-action="clear"]').click()
      await expect.poll(() => place.textContent()).toBe(written)
      expect((await stored(page)).session).toBe(null)
    })
  })

  it('loads what a step printed when it is opened, and only then', { timeout: LIMIT_MS }, async () => {
    await open('/runbooks/docker-commands/', async (page) => {
      await page.waitForLoadState('networkidle')
      // A busy browser may still ask for something else of the page.
      const asked: string[] = []
      page.on('request', (request) => asked.push(...evidenceIn(request.url())))
      const details = page.locator('.is-step .transcript').first()
      const path = await details.locator('a').getAttribute('href')
      expect(path).toMatch(/^\/evidence\/docker-commands\/[\w-]+\.txt$/)
      expect(asked).toEqual([])
      await details.locator('summary').click()
      await details.locator('pre').waitFor()
      expect(asked).toEqual([path])
      const printed = readFileSync(`dist${path}`, 'utf8')
      expect(printed.trim()).not.toBe('')
      expect(await details.locator('pre').textContent()).toBe(printed)
      expect(await axe(page, '/runbooks/docker-commands/')).toEqual([])
    })
  })

  incidentTests(() => ({ origin, pages, open }))
  codeTests(() => ({ wide, phone, open }))
  symptomTests(() => ({ open }))
  diagramTests(() => ({ phone }))

  it('offers the live command of every procedure of a runbook', { timeout: LIMIT_MS }, async () => {
    const runbooks = (await wide()).filter(({ path }) => isRunbook({ path }) && path.includes('/runbooks/'))
    expect(runbooks.length).toBeGreaterThan(1)
    for (const { path, found } of runbooks) {
      const { id, procedures = [] } = headerOf(path)
      const live =
        procedures.length > 1 ? procedures.map((one) => `pnpm runbook ${id} ${one.id}`) : [`pnpm runbook ${id}`]
      expect(found.commands.toSorted(), path).toEqual(
        [...new Set([...live, ...live.map((one) => `${one} --dry-run`), `pnpm runbook ${id} --dry-run`])].toSorted(),
      )
      for (const { href, exists } of found.procedureLinks)
        expect(exists || runbookPages().includes(href), `${path}${href}`).toBe(true)
      expect(found.procedures, path).toBe(Math.max(1, procedures.length))
    }
  })

  it('never offers a field for a secret', { timeout: LIMIT_MS }, async () => {
    for (const { found, path } of (await wide()).filter(isRunbook))
      for (const { secrets, names } of found.forms)
        expect(
          names.filter((name) => secrets.includes(name)),
          path,
        ).toEqual([])
  })

  it('is complete without JavaScript', { timeout: LIMIT_MS }, async () => {
    await open(
      '/runbooks/cloud-run-deploy/',
      async (page) => {
        expect(await page.locator('.is-step:visible').count()).toBeGreaterThan(0)
        expect(await page.locator('.runbook-panel table:visible').count()).toBe(1)
        expect(await page.locator('.fill-in:visible, .command button:visible, .copy button:visible').count()).toBe(0)
      },
      { javaScriptEnabled: false },
    )
  })

  it('never scrolls sideways on a phone', { timeout: LIMIT_MS }, async () => {
    const wider = (await phone()).filter(({ found }) => found.width > PHONE.width)
    expect(wider.map(({ path, found }) => `${path}: ${found.width}`)).toEqual([])
  })

  it('covers no code, and scrolls none sideways, at any width', { timeout: LIMIT_MS }, async () => {
    const visits = await wide()
    for (const { path, found } of visits.filter(isRunbook))
      expect(found.code.blocks, path).toBeGreaterThan(stepTexts(path).length * WIDTHS.length)
    expect(visits.flatMap(({ found }) => found.code.covered)).toEqual([])
    expect(visits.flatMap(({ found }) => found.code.sideways)).toEqual([])
  })

  it('answers an unknown address with the page in both languages', async () => {
    await open('/no-such-page/', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Esta página no existe')
      expect(await page.locator('[lang="en"] strong').textContent()).toContain('This page does not exist')
    })
  })
})

/** The `runbook` key of a page's header, read from its Markdown by the ordinary parser. */
function headerOf(path: string): { id: string; procedures?: { id: string }[] } {
  const [, header = ''] = readFileSync(`content/docs${path.replace(/\/$/, '')}.md`, 'utf8').split(/^---$/m)
  return parse(header).runbook
}

const evidenceIn = (url: string) => [new URL(url).pathname].filter((path) => path.startsWith('/evidence/'))

const isRunbook = ({ path }: { path: string }) => /\/(runbooks|post-mortems)\/[^/]+\/$/.test(path)

/** What the page left in the browser, besides the theme and the sidebar's own state. */
async function stored(page: Page) {
  return page.evaluate(() => ({
    local: Object.keys(localStorage).filter((key) => key !== 'starlight-theme'),
    cookies: document.cookie,
    session: sessionStorage.getItem('runbook-values'),
  }))
}
