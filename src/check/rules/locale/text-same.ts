import { twinRule } from '#check/rule.ts'
import { type Block, isRunbook, type Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { type Place, wholeFile } from '#schema/place.ts'

export const localeTextSame = defineFinding({
  code: 'LOCALE_TEXT_SAME',
  severity: 'error',
  es: {
    message: '«{text}» está igual en {other}.',
    hint: 'Tradúcelo en la página que lo tiene en el idioma de la otra.',
    why: 'Un texto que está igual en los dos idiomas no lo ha traducido nadie: a quien lee uno de ellos le sale en el otro.',
  },
  en: {
    message: '"{text}" stands in the same words in {other}.',
    hint: 'Translate it on the page that has it in the language of the other.',
    why: 'A text that is the same in both languages was translated by nobody: readers of one of them get it in the other.',
  },
  of: 'twins',
  wrong: [
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
    'Comprueba que la terminal escribe.',
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

/** Fewer may be one and the same in both languages: `Error`, `El Paso`. */
const FEWEST_WORDS = 3

/** Words that a sentence of one of the languages hardly does without, and a name or a command of both does not have. */
const OF_SENTENCES =
  /(?<!\S)(the|of|an?|to|and|is|are|for|with|that|it|el|los?|las?|una?|del?|que|y|en|con|para|por|se|al)(?!\S)/iu

const isSentence = (text: string) => OF_SENTENCES.test(text) && text.trim().split(/\s+/).length >= FEWEST_WORDS

/** What somebody reads, and where it stands. */
interface Told {
  text: string
  place: Place
}

/** Texts of a page that are the same in its twin, told on the English one. What only quotes code or output is in a fence or between backticks, and is not read. */
export const sameText = twinRule([localeTextSame], ({ es, en }) => {
  // A server has one page for an address that does not exist: it speaks both languages.
  if (!es || !en || es.slug === '404') return []
  const there = new Set(toldBy(es).map(({ text }) => text))
  return toldBy(en)
    .filter(({ text }) => there.has(text) && isSentence(text.replaceAll(/`[^`]*`/g, '')))
    .map(({ text, place }) => localeTextSame.at(place, { text, other: es.file }))
})

function toldBy(page: Page): Told[] {
  const at = (text: string | undefined, place: Place) => (text === undefined ? [] : [{ text, place }])
  return [
    ...at(page.title, page.placeAt?.(['title']) ?? wholeFile(page.file)),
    ...at(page.description, page.placeAt?.(['description']) ?? wholeFile(page.file)),
    ...page.prose,
    ...page.blocks.flatMap((block) => at(reasonOf(block), block.place)),
    ...(isRunbook(page)
      ? cardTexts(page.header.procedures ?? []).flatMap(({ path, text }) => at(text, page.placeAt(path)))
      : []),
  ]
}

/** Why a block is not run, or who runs it. */
function reasonOf(block: Block): string | undefined {
  if (block.kind === 'checked') return block.reason
  return block.kind === 'step' ? block.fence.manual : undefined
}

const CARD_KEYS = ['title', 'when', 'takes', 'interrupts', 'stop', 'irreversible'] as const

const cardTexts = (procedures: readonly Partial<Record<(typeof CARD_KEYS)[number], string>>[]) =>
  procedures.flatMap((procedure, index) =>
    CARD_KEYS.map((key) => ({ path: ['runbook', 'procedures', String(index), key], text: procedure[key] })),
  )
