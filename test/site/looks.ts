import type { Page } from 'playwright-core'
import { axe, contrast } from './axe.ts'

interface At {
  path: string
}

/** The pages of the reference come from one template: the one with the most kinds of findings stands for all. */
const isForAxe = ({ path }: At) => !/\/reference\/(?!hazard\/)/.test(path)

/** What is looked at on a wide screen in the light theme. Ends on the twin page of a Spanish one. */
export async function lookWide(page: Page, at: At) {
  const parts = await page.evaluate(partsOfPage)
  const violations = isForAxe(at) ? await axe(page, at.path) : []
  return { ...parts, violations, twin: at.path.startsWith('/en/') ? undefined : await twinOf(page) }
}

/** On a phone: accessibility, and how wide the page really is. Colours are those of the wide screen. */
export async function lookOnPhone(page: Page, at: At) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return { width, violations: isForAxe(at) ? await axe(page, at.path, ['color-contrast']) : [] }
}

/** In the dark theme: contrast, and where the link to a step landed. */
export async function lookDark(page: Page, at: At) {
  const step = new URL(page.url()).hash.slice(1)
  const landed = step === '' ? undefined : await landing(page, step)
  return { landed, violations: isForAxe(at) ? await contrast(page, at.path) : [] }
}

/** Ids and copied texts of the steps, and the fields its forms offer. Runs in the page. */
function partsOfPage() {
  const all = (selector: string, root: ParentNode = document) => [...root.querySelectorAll<HTMLElement>(selector)]
  return {
    steps: all('figure.is-step').map(({ id }) => id),
    copied: all('.is-step .copy button').map((button) => button.getAttribute('data-code')?.replaceAll('\x7F', '\n')),
    forms: all('.fill-in').map((form) => ({
      secrets: form.getAttribute('data-secrets')?.split(' ') ?? [],
      names: all('input', form).map((input) => input.getAttribute('name') ?? ''),
    })),
  }
}

async function twinOf(page: Page) {
  const select = page.locator('starlight-lang-select select').first()
  if ((await select.count()) === 0) return undefined
  await Promise.all([page.waitForURL('**/en/**'), select.selectOption({ label: 'English' })])
  return {
    path: new URL(page.url()).pathname,
    language: await page.locator('html').getAttribute('lang'),
    exists: (await page.locator('h1').textContent()) !== 'This page does not exist',
  }
}

/** Where the link to a step landed: distance of its top from the window's, and the header's height, in pixels. */
async function landing(page: Page, step: string) {
  await page.locator(`figure#${step}:target`).waitFor()
  const header = (await page.locator('header').first().boundingBox())?.height ?? 0
  return { header, top: (await page.locator(`figure#${step}`).boundingBox())?.y ?? -1 }
}
