import { defineFinding } from '#finding/define.ts'

export const documentIdDiffers = defineFinding({
  code: 'DOCUMENT_ID_DIFFERS',
  severity: 'error',
  es: {
    message: 'El id del runbook es «{found}», pero su archivo se llama «{expected}».',
    hint: 'Usa el mismo nombre en los dos.',
    why: 'Si archivo e id se llaman distinto, nadie encuentra la página de un runbook ni el runbook de una página.',
  },
  en: {
    message: 'The id of the runbook is `{found}`, but its file is named `{expected}`.',
    hint: 'Use the same name in both.',
    why: 'When file and id have different names, nobody finds the page of a runbook or the runbook of a page.',
  },
  of: 'page',
  wrong: ['---', 'title: Otro nombre', 'runbook:', '  id: otro-nombre', '  system: shop', '---'],
  right: ['---', 'title: El mismo nombre', 'runbook:', '  id: page', '  system: shop', '---'],
})
