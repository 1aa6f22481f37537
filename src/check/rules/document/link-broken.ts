import { defineFinding } from '#finding/define.ts'

export const documentLinkBroken = defineFinding({
  code: 'DOCUMENT_LINK_BROKEN',
  severity: 'error',
  es: {
    message: 'El enlace «{url}» no lleva a ninguna página.',
    hint: 'Corrige la ruta.[? La más parecida es {suggestion}.]',
    why: 'Un enlace roto deja sin el paso siguiente a quien más prisa tiene.',
  },
  en: {
    message: 'The link `{url}` leads to no page.',
    hint: 'Correct the path.[? The closest one is {suggestion}.]',
    why: 'A broken link leaves whoever is most in a hurry without the next step.',
  },
  wrong: ['Sigue con [la otra página](/runbooks/no-existe/).'],
  right: ['Sigue con [esta página](/runbooks/page/).'],
})
