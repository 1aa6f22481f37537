import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterValue = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_VALUE',
  severity: 'error',
  es: {
    message: 'El valor de «{key}» no es válido: se esperaba {expectedEs}[? y se encontró «{found}»].',
    hint: 'Corrige el valor de {key}.',
    why: 'El id nombra el script, la dirección y el informe del runbook: su forma importa.',
  },
  en: {
    message: 'The value of `{key}` is not valid: expected {expectedEn}[?, found `{found}`].',
    hint: 'Correct the value of {key}.',
    why: 'The id names the script, the address and the report of the runbook: its shape matters.',
  },
  of: 'page',
  wrong: ['---', 'title: Comprobar', 'runbook:', '  id: Mi Runbook', '  system: shop', '---'],
  right: ['---', 'title: Comprobar', 'runbook:', '  id: page', '  system: shop', '---'],
})
