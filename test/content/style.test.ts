import { describe, expect, it } from 'vitest'
import { type Runbook, stepsOf } from '#document/model.ts'
import { filesUnder, readText, runbooks } from './pages.ts'

const PUBLISHED = [
  ...filesUnder('content/docs'),
  ...filesUnder('runbooks/fixtures'),
  ...filesUnder('test/content').filter((file) => file.endsWith('.md')),
]

/** Hosts a page may name: ours for examples, the machine itself, and the public ones it needs. */
const HOSTS = [
  /^(localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|metadata\.google\.internal)$/,
  /(^|\.)example\.(com|net|org)$/,
  /(^|\.)(googleapis\.com|gserviceaccount\.com|pkg\.dev|run\.app)$/,
  /^(cloud|status\.cloud|console\.cloud)\.google\.com$/,
  /^gcr\.io$/,
  /^metadata\.google\.internal$/,
  /^api\.openai\.com$/,
  /^(docs\.docker\.com|hub\.docker\.com|(registry-1\.)?docker\.io)$/,
  /^(starlight\.)?astro\.build$/,
  /^(google\.github\.io|github\.com)$/,
]
const ADDRESSES = [/^127\./, /^0\.0\.0\.0$/, /^192\.0\.2\./, /^198\.51\.100\./, /^203\.0\.113\./]
const KEYS = [/\bsk-[A-Za-z0-9]/, /\bAIza[0-9A-Za-z_-]{10}/, /\bgh[pousr]_\w{10}/, /\bAKIA[0-9A-Z]{8}/, /PRIVATE KEY/]

const allowed = (patterns: readonly RegExp[]) => (text: string) => patterns.some((pattern) => pattern.test(text))

/** Texts a pattern's first group finds. */
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, group = '']) => group)

const hostsIn = (text: string) => found(text, /https?:\/\/([\w-]+(?:\.[\w-]+)+)/g)
const addressesIn = (text: string) => found(text, /(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])/g)
const mailHostsIn = (text: string) => found(text, /[\w.+-]@((?:[\w$-]+\.)+[a-z]{2,})/gi)

describe('what is published', () => {
  it.each(PUBLISHED)('%s names no real host, address, account or key', (file) => {
    const text = readText(file)
    expect(hostsIn(text).filter((host) => !allowed(HOSTS)(host))).toEqual([])
    expect(mailHostsIn(text).filter((host) => !allowed(HOSTS)(host))).toEqual([])
    expect(addressesIn(text).filter((address) => !allowed(ADDRESSES)(address))).toEqual([])
    expect(KEYS.filter((pattern) => pattern.test(text))).toEqual([])
  })

  it('would find them', () => {
    expect(hostsIn('see https://internal.acme.dev/x').filter((host) => !allowed(HOSTS)(host))).toEqual([
      'internal.acme.dev',
    ])
    expect(addressesIn('at 34.1.2.3, not 1.2.3.4.5').filter((one) => !allowed(ADDRESSES)(one))).toEqual(['34.1.2.3'])
    expect(mailHostsIn('me@acme.dev').filter((host) => !allowed(HOSTS)(host))).toEqual(['acme.dev'])
    expect(KEYS.some((pattern) => pattern.test('sk-abc123'))).toBe(true)
  })
})

const SECTIONS = {
  es: [/^verific/i, /^(volver|deshacer)/i, /^solución de problemas$/i],
  en: [/^verif/i, /^(roll back|undo)/i, /^troubleshooting$/i],
}

/** Guides and post-mortems have steps too, and a shape of their own. */
const operated = runbooks().filter(({ slug }) => slug.startsWith('runbooks/'))

describe.each(operated.map((page) => [page.file, page] as const))('%s', (_, page) => {
  it('has sections to verify, to go back and to solve problems', () => {
    const titles = page.headings.filter(({ depth }) => depth === 2).map(({ text }) => text)
    const missing = SECTIONS[page.locale].filter((section) => !titles.some((title) => section.test(title)))
    expect(missing).toEqual([])
  })

  it('says why before each step', () => {
    const abrupt = stepsOf(page).filter((step) => !/[.:?]\**$/.test(lineBefore(page, step.place.start.line)))
    expect(abrupt.map(({ fence }) => fence.step)).toEqual([])
  })
})

it.each(runbooks().map((page) => [page.file, page] as const))('%s has no emoji', (_, page) => {
  expect(found(page.source, /(\p{Extended_Pictographic})/gu)).toEqual([])
})

/** The last line with text before a line of a page. */
function lineBefore({ source }: Runbook, line: number): string {
  const before = source.split('\n').slice(0, line - 1)
  return before.findLast((text) => text.trim() !== '')?.trim() ?? ''
}

describe('files that several pages write', () => {
  const files = runbooks().flatMap((page) => page.blocks.filter((block) => block.kind === 'file'))
  const paths = [...new Set(files.map(({ path }) => path))]

  it.each(paths)('%s is the same in all of them', (path) => {
    expect(new Set(files.filter((file) => file.path === path).map(({ text }) => text)).size).toBe(1)
  })
})
