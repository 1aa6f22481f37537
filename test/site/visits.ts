import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** Pages at once in the one browser: what two cores carry. */
const AT_ONCE = 2

/** How much of the accessibility of a page is looked at: colours come from a template, and take as long as all the rest. */
export type Access = 'all' | 'but-colours' | 'none'

/** A page that is visited. */
export interface At {
  path: string
  access: Access
}

/** Which pages are visited, as which visitor, and what is looked at on each. */
export interface Visits<T> {
  browser: Browser
  origin: string
  paths: readonly string[]
  accessOf(path: string): Access
  view: BrowserContextOptions
  /** Id of the place on the page that the visitor's link leads to. */
  place?: (path: string) => string | undefined
  look(page: Page, at: At): Promise<T>
}

/** What a look found, and what went wrong on the page meanwhile: console, errors, other hosts asked, status. */
export interface Visit<T> {
  path: string
  found: T
  problems: readonly string[]
}

/** Visits every path once, in a page of its own, some at once; answers in the order of the paths. */
export async function visitEach<T>({ browser, paths, accessOf, view, ...rest }: Visits<T>): Promise<Visit<T>[]> {
  const context = await browser.newContext(view)
  const visits: Visit<T>[] = []
  const waiting = [...paths.entries()]
  const walk = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      visits[next[0]] = await visitOne(context, { path: next[1], access: accessOf(next[1]), ...rest })
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, walk))
  } finally {
    await context.close()
  }
  return visits
}

async function visitOne<T>(
  context: BrowserContext,
  { path, access, origin, place, look }: Pick<Visits<T>, 'origin' | 'place' | 'look'> & At,
): Promise<Visit<T>> {
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => problems.push(`${path}: ${message.type()} ${message.text()}`))
  page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) problems.push(`${path}: asks ${request.url()}`)
  })
  const hash = place?.(path)
  const response = await page.goto(`${origin}${path}${hash === undefined ? '' : `#${hash}`}`)
  if (response?.status() !== 200) problems.push(`${path}: status ${response?.status()}`)
  const found = await look(page, { path, access })
  // What a script does late belongs to the visit as well.
  await page.waitForLoadState('networkidle')
  await page.close()
  return { path, found, problems }
}

/** The same promise for everyone who asks. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
