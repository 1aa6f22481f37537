import { wordCount } from '#check/page/words.ts'
import { twinRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { type Place, wholeFile } from '#schema/place.ts'

export const localeReadingLonger = defineFinding({
  code: 'LOCALE_READING_LONGER',
  severity: 'error',
  es: {
    message: '«{title}» se lee aquí en {found} palabras, y en {other} en {expected}.',
    hint: 'Traduce allí lo que falta, o quita aquí lo que sobra.',
    why: 'Una explicación que solo está en un idioma casi siempre es un cambio que nadie tradujo: quien lee el otro no la tiene.',
  },
  en: {
    message: '"{title}" takes {found} words to read here, and {expected} in {other}.',
    hint: 'Translate there what is missing, or remove here what is not needed.',
    why: 'An explanation that stands in one language only is nearly always a change nobody translated: readers of the other lack it.',
  },
  of: 'twins',
  wrong: [
    '### Saludar',
    '',
    'Comprueba que la terminal escribe. {{Si no escribe nada, ciérrala y abre otra. *4}}',
    '',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
    '=====',
    '### Say hello',
    '',
    'Check that the terminal writes.',
    '',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
  right: [
    '### Saludar',
    '',
    'Comprueba que la terminal escribe.',
    '',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
    '=====',
    '### Say hello',
    '',
    'Check that the terminal writes.',
    '',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
})

/** A language needs up to a quarter more words than another by itself, and a sentence may be shorter in one of them. */
const most = (words: number) => words * 1.25 + 15

/** What somebody reads of a page or of one of its sections. */
interface Reading {
  title: string
  words: number
  place: Place
}

/** Sections, or else a page, that take far longer to read in one language. Code in fences, the same in both, does not count. */
export const longerReading = twinRule([localeReadingLonger], ({ es, en }) => {
  // A server has one page for an address that does not exist: it speaks both languages.
  if (!es || !en || es.slug === '404') return []
  const [here, there] = [sectionsOf(es), sectionsOf(en)]
  const sections = isSameOutline(es, en)
    ? here.flatMap((section, index) => longer({ es, en }, [section, there[index] as Reading]))
    : []
  return sections.length > 0 ? sections : longer({ es, en }, [wholeOf(es, here), wholeOf(en, there)])
})

function longer(pages: { es: Page; en: Page }, [es, en]: [Reading, Reading]): Finding[] {
  const [long, short, other] = es.words > en.words ? [es, en, pages.en] : [en, es, pages.es]
  if (long.words <= most(short.words)) return []
  const data = { title: long.title, found: long.words, expected: short.words, other: other.file }
  return [localeReadingLonger.at(long.place, data)]
}

const isSameOutline = (es: Page, en: Page) => depthsOf(es) === depthsOf(en)

const depthsOf = ({ headings }: Page) => headings.map(({ depth }) => depth).join()

const wholeOf = ({ file, title }: Page, sections: readonly Reading[]): Reading => ({
  title,
  words: sections.reduce((sum, { words }) => sum + words, 0),
  place: wholeFile(file),
})

/** What stands before the first heading, and under each. */
function sectionsOf({ file, title, prose }: Page): Reading[] {
  const sections: Reading[] = [{ title, words: 0, place: wholeFile(file) }]
  for (const { kind, read, place } of prose) {
    if (kind === 'heading') sections.push({ title: read, words: 0, place })
    const section = sections.at(-1) as Reading
    section.words += wordCount(read)
  }
  return sections
}
