import type { Localized } from '#schema/locale.ts'

/** Texts around a diagram. `{name}` stands for a value. */
export const DIAGRAM_TEXTS = {
  description: {
    es: 'Diagrama con {boxes} partes y {arrows} conexiones. La lista «En palabras», debajo, dice lo mismo.',
    en: 'Diagram of {boxes} parts and {arrows} connections. The list "In words", below, says the same.',
  },
  howItIsMade: { es: 'Cómo está hecho: diagrama', en: 'How it is made: diagram' },
  inWords: { es: 'En palabras', en: 'In words' },
  parts: { es: 'Las partes:', en: 'The parts:' },
  ways: { es: 'Quién llega a quién:', en: 'Who reaches whom:' },
  inPlace: { es: 'en «{place}»', en: 'in "{place}"' },
  fromTo: { es: 'De {from} a {to}', en: 'From {from} to {to}' },
  seldom: { es: 'solo a veces', en: 'only at times' },
} as const satisfies Record<string, Localized>
