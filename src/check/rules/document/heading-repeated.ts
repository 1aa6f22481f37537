import { contentWords } from '#check/page/content-words.ts'
import { pageRule } from '#check/rule.ts'
import { type Heading, type Page, type Prose, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const documentHeadingRepeated = defineFinding({
  code: 'DOCUMENT_HEADING_REPEATED',
  severity: 'error',
  plain: 'off',
  es: {
    message: '«{found}» solo repite el título «{heading}».',
    hint: 'Di por qué está el paso y qué pasa sin él, o quita la frase.',
    why: 'El título ya dice qué se hace. Quien duda si puede saltarse un paso necesita saber para qué está.',
  },
  en: {
    message: '"{found}" only repeats the heading "{heading}".',
    hint: 'Say why the step is there and what goes wrong without it, or remove the sentence.',
    why: 'The heading says what is done already. Whoever wonders whether a step can be skipped needs to know what it is for.',
  },
  wrong: [
    '### Comprobar el servicio',
    '',
    'Comprueba el servicio.',
    '',
    '```bash step=check effect=read',
    'docker ps --filter name=api',
    '```',
  ],
  right: [
    '### Comprobar el servicio',
    '',
    'Un contenedor que se reinicia en bucle también sale en la lista, y su estado lo dice.',
    '',
    '```bash step=check effect=read',
    'docker ps --filter name=api',
    '```',
  ],
})

/** Steps whose first sentence has no word that its heading does not have. */
export const repeatedHeading = pageRule([documentHeadingRepeated], ({ page }) =>
  openingsOf(page).flatMap(({ heading, opening }): Finding[] => {
    const found = firstSentence(opening.read)
    const told = contentWords(found, page.locale)
    const known = new Set(contentWords(heading.text, page.locale))
    if (told.length === 0 || !told.every((word) => known.has(word))) return []
    return [documentHeadingRepeated.at(opening.place, { found, heading: heading.text })]
  }),
)

/** The first paragraph of each section, where a step comes after it. */
function openingsOf(page: Page): { heading: Heading; opening: Prose }[] {
  const steps = stepsOf(page).toReversed()
  const firstStep = new Map(steps.map(({ heading, place }) => [heading, place.start.offset]))
  const headings = new Map(page.headings.map((heading) => [heading.place.start.offset, heading]))
  const openings = new Map<Heading, Prose>()
  let heading: Heading | undefined
  for (const prose of page.prose) {
    if (prose.kind === 'heading') heading = headings.get(prose.place.start.offset)
    else if (prose.kind === 'paragraph' && heading && !openings.has(heading)) openings.set(heading, prose)
  }
  return [...openings].flatMap(([one, opening]) =>
    opening.place.start.offset < (firstStep.get(one) ?? 0) ? [{ heading: one, opening }] : [],
  )
}

const firstSentence = (text: string) => (/^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text).replaceAll(/\s+/g, ' ')
