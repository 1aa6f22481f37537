import { prosePlaces } from '#check/page/prose.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { strayTerms } from '#schema/glossary.ts'

export const documentTerm = defineFinding({
  code: 'DOCUMENT_TERM',
  severity: 'error',
  plain: 'off',
  es: {
    message: '«{found}» no está en el glosario, que dice «{expected}».',
    hint: 'Escribe «{expected}».',
    why: 'Quien lee dos nombres para lo mismo busca la diferencia que no hay. El glosario está en CONTRIBUTING.md.',
  },
  en: {
    message: '"{found}" is not in the glossary, which says "{expected}".',
    hint: 'Write "{expected}".',
    why: 'Whoever reads two names for one thing looks for a difference that is not there. The glossary is in CONTRIBUTING.md.',
  },
  wrong: ['Copia la orden entera y pégala en el terminal.'],
  right: ['Copia el comando entero y pégalo en la terminal.'],
})

/** Words that the glossary has another term for. */
export const glossary = pageRule([documentTerm], ({ page }) => {
  const strays = strayTerms(page.source, page.locale)
  if (strays.length === 0) return []
  const placeAt = prosePlaces(page)
  return strays.flatMap(({ index, found, term }) => {
    const place = placeAt(index, index + found.length)
    return place ? [documentTerm.at(place, { found, expected: term[page.locale] })] : []
  })
})
