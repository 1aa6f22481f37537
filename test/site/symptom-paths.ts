import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'

const LIMIT_MS = 600_000
/** What someone reads before they act. */
const LINES = 10
const WIDE = { width: 1440, height: 900 }

interface Site {
  open<T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** What somebody on call sees, on which system, in both languages, and the command that is for it. */
const SITUATIONS = [
  ['octavios', '502 Bad Gateway', '502 Bad Gateway', 'pnpm runbook octavios-rollback roll-back'],
  ['octavios', 'disco lleno', 'disk full', 'pnpm runbook octavios-free-disk free'],
  [
    'octavios',
    'un contenedor se reinicia sin parar',
    'crash loop',
    'pnpm runbook octavios-triage-crash-loop find-cause',
  ],
  [
    'octavios',
    'responde la versión equivocada',
    'the wrong version answers',
    'pnpm runbook octavios-rollback roll-back',
  ],
  ['octavios', 'se ha filtrado una clave', 'a key has leaked', 'pnpm runbook octavios-rotate-secret rotate'],
  ['octavios', 'el registro está caído', 'the registry is down', 'pnpm runbook octavios-send-image'],
  ['octavios', 'falta un contenedor', 'a container is missing', 'pnpm runbook octavios-restore-container'],
  ['octavios', 'ha fallado una migración', 'a migration has failed', 'pnpm runbook octavios-rollback roll-back'],
  [
    'octavios',
    'ha fallado una migración y volver atrás no lo arregla',
    'a migration has failed and rolling back does not fix it',
    'pnpm runbook octavios-backup restore',
  ],
  [
    'maravia',
    'el certificado está a punto de caducar',
    'the certificate is about to expire',
    'pnpm runbook maravia-deploy renew-certificate',
  ],
  [
    'carblau',
    'respuestas lentas tras una entrega',
    'slow answers after a release',
    'pnpm runbook cloud-run-deploy roll-back',
  ],
] as const

const PATHS = SITUATIONS.flatMap(([system, es, en, command]) => [
  { home: '/', system, seen: es, command, stop: 'Cuándo parar' },
  { home: '/en/', system, seen: en, command, stop: 'When to stop' },
])

/** From the home page and what is seen to the right command, in two clicks, as part of the tests in a browser. */
export function symptomTests(site: () => Site): void {
  it.each(PATHS)(
    'leads from $home and «$seen» of $system to $command in two clicks',
    { timeout: LIMIT_MS },
    async (path) => {
      await site().open(path.home, (page) => follow(page, path), { viewport: WIDE })
    },
  )
}

async function follow(page: Page, { system, seen, command, stop }: (typeof PATHS)[number]) {
  await page.locator('main a[href$="/symptoms/"]').click()
  const list = page.locator('.symptoms', { has: page.locator(`h2[id="${system}"]`) })
  const row = list.locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${seen}$`) }) })
  const answer = row.locator('dd', { has: page.locator('code', { hasText: new RegExp(`^${command}$`) }) })
  await answer.locator('a').click()
  const card = page.locator('.procedures li:target')
  await card.locator(`[data-copy="${command}"]`).waitFor()
  expect((await card.boundingBox())?.y).toBeLessThan(WIDE.height)
  const lines = await card.locator('h3, p, .command, dl > div').allInnerTexts()
  const first = lines.slice(0, LINES)
  expect(first.filter((line) => line.includes(command))).not.toEqual([])
  expect(first.filter((line) => line.startsWith(`${stop}\n`) && line.length > stop.length + LINES)).toHaveLength(1)
}
