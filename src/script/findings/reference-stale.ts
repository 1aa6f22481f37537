import { defineFinding } from '#finding/define.ts'

export const scriptReferenceStale = defineFinding({
  code: 'SCRIPT_REFERENCE_STALE',
  severity: 'error',
  es: {
    message: '{file} no dice lo que el catálogo de hallazgos.',
    hint: 'Regenera la referencia: pnpm generate',
    why: 'La referencia sale del catálogo. Editada a mano, diría otra cosa que la comprobación.',
  },
  en: {
    message: '{file} does not say what the catalogue of findings does.',
    hint: 'Regenerate it: pnpm generate',
    why: 'The reference comes from the catalogue. Edited by hand, it would say something else than the checks.',
  },
  of: 'reference',
  wrong: ['---', 'title: Editada a mano', '---'],
  right: ['pnpm generate'],
})
