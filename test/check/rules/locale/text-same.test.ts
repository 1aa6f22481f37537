import { expect, test } from 'vitest'
import { formatFinding } from '../../format.ts'
import { fence, findingsOf, step } from '../../page.ts'

const guide = (title: string, ...lines: readonly string[]) =>
  ['---', `title: ${title}`, '---', '', ...lines, ''].join('\n')

const found = (es: string, en: string, name = 'guides/page') =>
  findingsOf({ [`content/docs/${name}.md`]: es, [`content/docs/en/${name}.md`]: en })
    .filter(({ code }) => code === 'LOCALE_TEXT_SAME')
    .map((one) => `${one.place.file.includes('/en/') ? 'en' : 'es'} ${formatFinding(one)}`)

const inBoth = (...lines: readonly string[]) => found(guide('La página', ...lines), guide('The page', ...lines))

test.each([
  ['a paragraph', ['Comprueba que la terminal escribe.'], 'en 5:1 LOCALE_TEXT_SAME'],
  ['a paragraph nobody translated into Spanish', ['See that the terminal writes.'], 'en 5:1 LOCALE_TEXT_SAME'],
  ['a heading', ['## Antes de empezar con el servidor'], 'en 5:1 LOCALE_TEXT_SAME'],
  ['a cell', ['| a | b |', '|---|---|', '| x | lo que falta en el otro |'], 'en 7:5 LOCALE_TEXT_SAME'],
  [
    'why a block is not run',
    [fence('bash checked="abre una ventana del navegador"', 'true')],
    'en 5:1 LOCALE_TEXT_SAME',
  ],
  ['who does a step', [step('true', 'manual="lo hace una persona de la empresa"')], 'en 5:1 LOCALE_TEXT_SAME'],
])('finds %s', (_, lines, expected) => expect(inBoth(...lines)).toEqual([expected]))

test('finds a title', () => {
  expect(found(guide('La página del servidor'), guide('La página del servidor'))).toEqual(['en 1:1 LOCALE_TEXT_SAME'])
})

test.each([
  ['names', '| bash, git, make, curl, jq, ssh, rsync, Python |'],
  ['a command', '### docker build --no-cache'],
  ['code', '`printf "the words of %s"`'],
  ['a code of findings', '## HAZARD_OF_THE_PAGE'],
])('silent on %s', (_, text) => expect(inBoth(text)).toEqual([]))

test('silent on a page alone, and on the one of unknown addresses, which speaks both languages', () => {
  const one = { 'content/docs/guides/page.md': guide('La página', 'Comprueba que la terminal escribe.') }
  expect(findingsOf(one).map(({ code }) => code)).not.toContain('LOCALE_TEXT_SAME')
  const both = guide('404', 'Esta página no está en el sitio.')
  expect(found(both, both, '404')).toEqual([])
})
