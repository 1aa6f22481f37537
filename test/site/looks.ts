import type { Page } from 'playwright-core'
import { accessViolations, contrast } from './axe.ts'
import { lookAtCode } from './code-looks.ts'
import { copies, HOSTILE, SIMPLE } from './filling.ts'
import type { At } from './visits.ts'

const isEnglish = ({ path }: At) => path.startsWith('/en/')

const isRunbook = ({ path }: At) => /\/runbooks\/[^/]+\/$/.test(path)

/**
 * What is looked at on a wide screen in the light theme, and the code there at every width. Copying takes longest and
 * both languages have the same commands: the English pages copy here, the Spanish ones on a phone.
 */
export async function lookWide(page: Page, at: At) {
  const parts = await page.evaluate(partsOfPage)
  await page.evaluate(openDrawers)
  const violations = await accessViolations(page, at)
  const code = await lookAtCode(page, at)
  const copied = isRunbook(at) && isEnglish(at) ? await copies(page, SIMPLE) : undefined
  const twin = await page.evaluate(twinOfPage)
  return { ...parts, violations, code, copies: copied, twin }
}

/** On a phone: accessibility, how wide the page really is, and what it copies. Colours are those of the wide screen. */
export async function lookOnPhone(page: Page, at: At) {
  await page.evaluate(openDrawers)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  const scales = await page.evaluate(scalesOfDiagrams)
  const violations = await accessViolations(page, at)
  return {
    width,
    scales,
    violations,
    copies: isRunbook(at) && !isEnglish(at) ? await copies(page, HOSTILE) : undefined,
  }
}

/** In the dark theme, which changes colours only: contrast, and where the link to a step landed. */
export async function lookDark(page: Page, at: At) {
  const step = new URL(page.url()).hash.slice(1)
  const landed = step === '' ? undefined : await landing(page, step)
  const violations = at.access === 'all' ? await contrast(page, at.path) : undefined
  return { landed, violations }
}

/** Ids and copied texts of the steps, the fields its forms offer, and the commands and links of its procedures. Runs in the page. */
function partsOfPage() {
  const all = (selector: string, root: ParentNode = document) => [...root.querySelectorAll<HTMLElement>(selector)]
  return {
    steps: all('figure.is-step').map(({ id }) => id),
    copied: all('.is-step .copy button').map((button) => button.getAttribute('data-code')?.replaceAll('\x7F', '\n')),
    commands: all('[data-copy]')
      .filter((button) => button.checkVisibility())
      .map((button) => button.getAttribute('data-copy') ?? ''),
    procedures: all('.procedures > ul > li').length,
    procedureLinks: all('.procedures a').map((link) => {
      const href = link.getAttribute('href') ?? ''
      return { href, exists: href.startsWith('#') && document.getElementById(href.slice(1)) !== null }
    }),
    forms: all('.fill-in').map((form) => ({
      secrets: form.getAttribute('data-secrets')?.split(' ') ?? [],
      names: all('input', form).map((input) => input.getAttribute('name') ?? ''),
    })),
  }
}

/** Opens what keeps diagrams closed until somebody asks: they are looked at like the rest. Runs in the page. */
function openDrawers(): void {
  for (const drawer of document.querySelectorAll<HTMLDetailsElement>('details.diagram-drawer')) drawer.open = true
}

/** How large each diagram that shows is, in parts of the size it was drawn for. Runs in the page. */
function scalesOfDiagrams(): number[] {
  return [...document.querySelectorAll('.diagram svg')]
    .filter((svg) => svg.checkVisibility())
    .map((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')))
}

/** Where the page offers to go on reading in English. Runs in the page. */
function twinOfPage(): string | undefined {
  const options = [...document.querySelectorAll<HTMLOptionElement>('starlight-lang-select option')]
  return options.find(({ label }) => label === 'English')?.value
}

/** Where the link to a step landed: distance of its top from the window's, and the header's height, in pixels. */
async function landing(page: Page, step: string) {
  await page.locator(`figure#${step}:target`).waitFor()
  const header = (await page.locator('header').first().boundingBox())?.height ?? 0
  return { header, top: (await page.locator(`figure#${step}`).boundingBox())?.y ?? -1 }
}
