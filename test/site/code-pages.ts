import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { BashScript, BashWord } from '#document/bash/model.ts'
import { parseBash } from '#document/bash/read.ts'
import { CLIPBOARD, type Copied, copiedBlocks, copySelection, select } from './copying.ts'
import { type Filled, filled, HOSTILE, SIMPLE, STEPS } from './filling.ts'
import { stepTexts } from './step-texts.ts'

const LIMIT_MS = 600_000
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }
const DEPLOY = '/runbooks/cloud-run-deploy/'

/** What a visit to a runbook's page copied. */
export interface Visited {
  path: string
  found: { copies: { plain: readonly Copied[]; filled: Filled } | undefined }
}

interface Site {
  /** Visits to every page, those to runbooks with what they copied. */
  wide(): Promise<readonly Visited[]>
  phone(): Promise<readonly Visited[]>
  open<T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** Visits, and the language whose runbooks they copied. */
interface View {
  view: () => Promise<readonly Visited[]>
  language: 'es' | 'en'
}

/** What is copied from a block, by its button and by selecting it, as part of the tests in a browser. */
export function codeTests(site: () => Site): void {
  const open = <T>(path: string, look: (page: Page) => Promise<T>, viewport = WIDE) =>
    site().open(path, look, { ...CLIPBOARD, viewport })
  const views: Record<'wide' | 'phone', View> = {
    wide: { view: () => site().wide(), language: 'en' },
    phone: { view: () => site().phone(), language: 'es' },
  }

  it.each([
    ['wide', views.wide],
    ['on a phone, where lines wrap', views.phone],
  ])('copies every step byte for byte, by button and selection, %s', { timeout: LIMIT_MS }, async (_, view) => {
    for (const { path, plain } of await copiesIn(view)) {
      const written = stepTexts(path)
      expect(written.length, path).toBeGreaterThan(0)
      expect(plain, path).toEqual(written.map((text) => ({ button: text, selection: text, shown: text })))
    }
  })

  it.each([
    ['a simple value', SIMPLE, views.wide],
    ['a hostile value', HOSTILE, views.phone],
  ])('copies what is shown with %s', { timeout: LIMIT_MS }, async (_, value, view) => {
    for (const { path, filled } of await copiesIn(view)) {
      const { blocks, names } = filled
      const written = stepTexts(path)
      expect(
        blocks.map(({ shown }) => words(shown, {})),
        path,
      ).toEqual(written.map((text) => words(text, Object.fromEntries(names.map((name) => [name, value])))))
      for (const { button, selection, shown } of blocks)
        expect({ button, selection }, path).toEqual({ button: shown, selection: shown })
      const uses = written.filter((text) => names.some((name) => text.includes(`"$${name}"`))).length
      expect(blocks.filter(({ shown }, at) => shown !== written[at]).length, path).toBeGreaterThanOrEqual(uses)
    }
  })

  it('never fills in or copies a secret, whatever the tab keeps', { timeout: LIMIT_MS }, async () => {
    await open(DEPLOY, async (page) => {
      const secrets = ((await page.locator('.fill-in').getAttribute('data-secrets')) ?? '').split(' ')
      expect(secrets.length).toBeGreaterThan(1)
      const kept = Object.fromEntries([...secrets, 'REGION'].map((name) => [name, 'hunter2']))
      await page.evaluate((json) => sessionStorage.setItem('runbook-values', json), JSON.stringify(kept))
      await page.reload()
      await expect.poll(() => page.locator('.filled').count()).toBeGreaterThan(0)
      for (const [at, { button }] of (await copiedBlocks(page, STEPS)).entries())
        expect(button).toBe(stepTexts(DEPLOY)[at]?.replaceAll('$REGION', 'hunter2'))
    })
  })

  it('takes the filled commands with the whole page, and with parts of it', { timeout: LIMIT_MS }, async () => {
    await open(
      DEPLOY,
      async (page) => {
        const { blocks } = await filled(page, HOSTILE)
        await page.locator('h1').click()
        await page.keyboard.press('Control+a')
        const everything = await copySelection(page)
        for (const { shown } of blocks) expect(everything).toContain(shown)
        const at = blocks.findIndex(({ shown }) => shown.includes('\n') && shown.includes('wow'))
        const [first, second] = blocks.slice(at, at + 2).map(({ shown }) => shown)
        if (first === undefined || second === undefined) throw new Error('Two filled blocks are needed')
        // Half of the last line, from within its value on: no line break lies before it.
        const within = first.lastIndexOf('wow')
        const inNodes = within - (first.slice(0, within).match(/\n/g)?.length ?? 0)
        await select(page, [at, inNodes], [at + 1, 5])
        const part = await copySelection(page)
        expect(part.startsWith(first.slice(within))).toBe(true)
        expect(part.endsWith(second.slice(0, 5))).toBe(true)
      },
      PHONE,
    )
  })

  it('gives the text of the page again once the values are cleared', { timeout: LIMIT_MS }, async () => {
    await open(DEPLOY, async (page) => {
      await filled(page, SIMPLE)
      await page.locator('.fill-in summary').click()
      await page.locator('.fill-in [data-action="clear"]').click()
      const written = stepTexts(DEPLOY)
      expect(await copiedBlocks(page, STEPS)).toEqual(
        written.map((text) => ({ button: text, selection: text, shown: text })),
      )
    })
  })

  it('keeps what is typed before its script has come', { timeout: LIMIT_MS }, async () => {
    await open(DEPLOY, async (page) => {
      const held = Promise.withResolvers<void>()
      await page.route('**/form.*.js', async (route) => {
        await held.promise
        await route.continue()
      })
      await page.locator('.fill-in summary').click()
      await page.locator('.fill-in input[name="REGION"]').fill(SIMPLE)
      held.resolve()
      await expect.poll(() => page.locator('.filled').first().textContent()).toBe(SIMPLE)
    })
  })

  it('says that it was copied without covering code', { timeout: LIMIT_MS }, async () => {
    for (const path of [DEPLOY, '/reference/command/'])
      await open(path, async (page) => {
        const frame = page.locator('.expressive-code .frame').first()
        await frame.locator('.copy button').click()
        // In one look: it is there for a moment only.
        const said = await frame.locator('.copy .feedback').evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return { text: element.textContent, box: { x, y, width, height } }
        })
        expect(said).toEqual({ text: '¡Copiado!', box: await frame.locator('.copy button').boundingBox() })
      })
  })
}

/** What the visits to the runbooks of a language copied. */
async function copiesIn({ view, language }: View) {
  const runbooks = (await view()).filter(({ path }) => IN[language].test(path))
  expect(runbooks.length).toBeGreaterThan(1)
  return runbooks.map(({ path, found }) => {
    if (!found.copies) throw new Error(`Nothing was copied on ${path}`)
    return { path, ...found.copies }
  })
}

const IN = { es: /^\/runbooks\/[^/]+\/$/, en: /^\/en\/runbooks\/[^/]+\/$/ }

/** The words of a block as bash reads them, a variable as its value where it has one. */
function words(code: string, values: Record<string, string>): string[] {
  const script: BashScript = parseBash(code)
  const text = ({ pieces }: BashWord) =>
    pieces.map((piece) => {
      if (piece.kind === 'text') return piece.text
      return piece.kind === 'variable' ? (values[piece.name] ?? `$${piece.name}`) : '?'
    })
  return script.commands.flatMap(({ name, args, assignments, redirects }) =>
    [name, ...args, ...assignments.map(({ value }) => value), ...redirects.map(({ target }) => target)]
      .filter((word) => word !== undefined)
      .map((word) => text(word).join('')),
  )
}
