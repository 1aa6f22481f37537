import { siteRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { wholeFile } from '#schema/place.ts'

export const documentIdDuplicate = defineFinding({
  code: 'DOCUMENT_ID_DUPLICATE',
  severity: 'error',
  es: {
    message: 'El id «{id}» ya es de otra página: {other}.',
    hint: 'Elige otro id.',
    why: 'Dos páginas con un id darían el mismo script, y una taparía a la otra.',
  },
  en: {
    message: 'The id `{id}` already belongs to another page: {other}.',
    hint: 'Choose another id.',
    why: 'Two pages of one id would give the same script, and one would hide the other.',
  },
  of: 'pages',
  wrong: [
    '---',
    'title: Una',
    'runbook:',
    '  id: page',
    '  system: shop',
    '---',
    '=====',
    '---',
    'title: Otra',
    'runbook:',
    '  id: page',
    '  system: shop',
    '---',
  ],
  right: [
    '---',
    'title: Una',
    'runbook:',
    '  id: page',
    '  system: shop',
    '---',
    '=====',
    '---',
    'title: Otra',
    'runbook:',
    '  id: page-2',
    '  system: shop',
    '---',
  ],
})

/** Two pages of one locale with one runbook id. */
export const duplicateId = siteRule([documentIdDuplicate], ({ pages }) => {
  const first = new Map<string, string>()
  return pages.flatMap((page) => {
    if (page.runbook === undefined) return []
    const key = `${page.locale} ${page.runbook}`
    const other = first.get(key)
    if (other !== undefined) return [documentIdDuplicate.at(wholeFile(page.file), { id: page.runbook, other })]
    first.set(key, page.file)
    return []
  })
})
