import { expect, test } from 'vitest'
import { readText } from './pages.ts'

const LESS = {
  es: /(\d+) segundos son un (\d+) % menos que (\d+) minutos y un (\d+) % menos que (\d+)/,
  en: /(\d+) seconds are (\d+) % less than (\d+) minutes and (\d+) % less than (\d+)/,
}

test.each(['es', 'en'] as const)('"85 %% faster" is what its figures give, in %s', (locale) => {
  const page = readText(`content/docs/${locale === 'es' ? '' : 'en/'}post-mortems/incident-2025-12-09-cleanup.md`)
  const [, seconds, ofLeast, least, ofMost, most] = (LESS[locale].exec(page) ?? []).map(Number)
  const share = (minutes = 0) => Math.round(100 * (1 - (seconds ?? 0) / (60 * minutes)))
  expect([share(least), share(most)]).toEqual([ofLeast, ofMost])
})
