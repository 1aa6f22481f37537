import { wordCount } from '#check/page/words.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const documentParagraphLong = defineFinding({
  code: 'DOCUMENT_PARAGRAPH_LONG',
  severity: 'error',
  plain: 'off',
  es: {
    message: 'El párrafo tiene {found} palabras, y como mucho debe tener {most}.',
    hint: 'Quita lo que sobra, o pártelo: un párrafo por idea, o una lista.',
    why: 'Quien lee con prisa se salta un bloque de texto entero, y con él la advertencia que había en medio.',
  },
  en: {
    message: 'The paragraph has {found} words, and should have {most} at most.',
    hint: 'Cut what is not needed, or split it: one paragraph for each idea, or a list.',
    why: 'Someone in a hurry skips a wall of text, and with it the warning in the middle.',
  },
  wrong: ['{{palabra *71}}'],
  right: ['{{palabra *35}}', '', '{{palabra *36}}'],
})

/** One in a hundred of the paragraphs of a well-kept page is longer. */
const MOST = 70

/** Paragraphs that somebody in a hurry does not read. Code in them counts as it is read. */
export const longParagraph = pageRule([documentParagraphLong], ({ page }) =>
  page.prose
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ read, place }) => ({ place, found: wordCount(read) }))
    .filter(({ found }) => found > MOST)
    .map(({ place, found }) => documentParagraphLong.at(place, { found, most: MOST })),
)
