import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDiagram } from '#document/diagram/read.ts'
import { place } from '#site/diagram/layout.ts'
import { pictureOf, systemFigure } from '#site/diagram/system.ts'
import { filesUnder, readPage, readText, runbooks } from './pages.ts'

const DIAGRAMS = filesUnder('content/diagrams')
const PAGES = filesUnder('content/docs').filter((file) => file.endsWith('.md'))
const systemOf = (file: string) => /([^/]+)\.yaml$/.exec(file)?.[1] ?? ''
const LOCALES = ['es', 'en'] as const
/** The column of a phone that is 390 pixels wide. */
const PHONE = 358

const diagramIn = (file: string) => {
  const { diagram, findings } = readDiagram({ file, source: readText(file) })
  expect(findings).toEqual([])
  return diagram as NonNullable<typeof diagram>
}

/** What there is of a system: its world, and what its pages run and expect. */
function known(system: string): string {
  const world = filesUnder(`runbooks/fixtures/${system}`).map(readText)
  const pages = runbooks().filter(({ header, locale }) => header.system === system && locale === 'es')
  const run = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'step' ? [block.text, ...block.expect.map(({ text }) => text)] : [block.text],
    ),
  )
  return [...world, ...run].join('\n')
}

/** Whether a name stands in a text, and not only as a part of a longer one. */
const names = (text: string, name: string) =>
  new RegExp(`(?<![\\w-])${name.replaceAll(/[.$/*()]/g, '\\$&')}(?![\\w-])`).test(text)

test('every system has a diagram, and a page in each language shows it', () => {
  const systems = readdirSync('runbooks/fixtures', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(DIAGRAMS.map(systemOf)).toEqual(systems.map(({ name }) => name).toSorted())
  for (const locale of LOCALES) {
    const pages = PAGES.map(readPage).filter((page) => page.locale === locale)
    const linked = pages.flatMap(({ links }) => links.map(({ url }) => /diagrams\/([\w-]+)\.yaml$/.exec(url)?.[1]))
    expect(new Set(linked.filter(Boolean)), locale).toEqual(new Set(DIAGRAMS.map(systemOf)))
  }
})

describe.each(DIAGRAMS)('%s', (file) => {
  test('names what the world or the pages of its system name', () => {
    const { parts, ways } = diagramIn(file)
    const named = [
      ...Object.values(parts).flatMap(({ resource, name, kind }) => [
        resource,
        // What is called the same in both languages is called so elsewhere too.
        ...(kind === 'service' && name.es === name.en ? [name.es] : []),
      ]),
      ...ways.map(({ port }) => port),
    ]
    const text = known(systemOf(file))
    expect(named.filter((name) => name !== undefined && !names(text, name))).toEqual([])
    expect(named.filter(Boolean).length).toBeGreaterThan(2)
  })

  test.each(LOCALES)('fits a phone in %s', (locale) => {
    expect(place(pictureOf(diagramIn(file), { id: 'x', locale }), PHONE).width).toBeLessThanOrEqual(PHONE)
  })

  test.each(LOCALES)('says every part and every way in words in %s', (locale) => {
    const { parts, ways } = diagramIn(file)
    const [, words = ''] = systemFigure(diagramIn(file), { id: 'x', locale }).split('<details>')
    for (const { name } of Object.values(parts)) expect(words).toContain(name[locale])
    for (const { from, to } of ways)
      expect(words).toMatch(
        new RegExp(`[«;]${parts[from]?.name[locale]}[»&](quot;)? (a|to) [«&](quot;)?${parts[to]?.name[locale]}[»&]`),
      )
  })
})
