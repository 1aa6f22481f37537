import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { GLOSSARY, strayTerms } from '#schema/glossary.ts'
import { LOCALES } from '#schema/locale.ts'

describe('a stray term', () => {
  test.each([
    ['es', 'Copia la orden.', 'la orden', 'comando'],
    ['es', 'Las órdenes, en orden.', 'Las órdenes', 'comando'],
    ['es', 'desde otro terminal', 'otro terminal', 'la terminal'],
    ['en', 'is mendable', 'mendable', 'fix'],
  ] as const)('%s: %s', (locale, text, found, expected) => {
    expect(strayTerms(text, locale).map((stray) => [stray.found, stray.term[locale]])).toEqual([[found, expected]])
  })

  test.each([
    ['es', 'en el mismo orden, y por orden de llegada'],
    ['es', 'la terminal, una pre-orden, --simulacro-x'],
    ['en', 'recommend, amended, the order'],
  ] as const)('none, %s: %s', (locale, text) => {
    expect(strayTerms(text, locale)).toEqual([])
  })
})

/** Texts of our own in a language: string literals that follow `es:` or `en:`. */
const MESSAGES = globSync('src/**/*.{ts,astro}')
  .filter((file) => !file.endsWith('schema/glossary.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/\b(es|en): ('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/g),
    ].map(([, locale, text]) => ({ file, locale: locale as 'es' | 'en', text: text as string })),
  )

test('no message of ours has one', () => {
  const words = CATALOGUE.flatMap((one) =>
    LOCALES.flatMap((locale) =>
      Object.values(one[locale] as object).map((text: string) => ({ file: one.code, locale, text })),
    ),
  )
  expect(MESSAGES.length).toBeGreaterThan(300)
  expect(
    [...words, ...MESSAGES].flatMap(({ file, locale, text }) =>
      strayTerms(text, locale).map(({ found }) => `${file}: ${found}`),
    ),
  ).toEqual([])
})

test('CONTRIBUTING.md shows the glossary as it is', () => {
  const rows = GLOSSARY.map(({ es, en, meaning }) => `| ${es} | ${en} | ${meaning.en} |`)
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(
    ['| Spanish | English | meaning |', '| --- | --- | --- |', ...rows].join('\n'),
  )
})
