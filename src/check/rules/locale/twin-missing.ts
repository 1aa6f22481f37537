import type { Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'

export const localeTwinMissing = defineFinding({
  code: 'LOCALE_TWIN_MISSING',
  severity: 'error',
  es: {
    message: 'La página no tiene su gemela {expected}.',
    hint: 'Créala con los mismos bloques.',
    why: 'Quien lee en el otro idioma no tiene la página.',
  },
  en: {
    message: 'The page has no twin {expected}.',
    hint: 'Create it with the same blocks.',
    why: 'Whoever reads in the other language has no page.',
  },
  of: 'twins',
  wrong: ['```bash step=greet effect=read', 'echo hola', '```', '====='],
  right: [
    '```bash step=greet effect=read',
    'echo hola',
    '```',
    '=====',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
})

export function twinMissing(page: Page): Finding {
  const expected =
    page.locale === 'es'
      ? page.file.replace('content/docs/', 'content/docs/en/')
      : page.file.replace('content/docs/en/', 'content/docs/')
  return localeTwinMissing.at(wholeFile(page.file), { expected })
}
