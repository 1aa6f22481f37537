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
  fromTo: { es: 'De «{from}» a «{to}»', en: 'From "{from}" to "{to}"' },
  seldom: { es: 'solo a veces', en: 'only at times' },

  path: { es: 'El camino, dibujado', en: 'The path, drawn' },
  pathTitle: { es: 'Camino de «{title}»', en: 'Path of "{title}"' },
  steps: { es: 'Los pasos:', en: 'The steps:' },
  checks: { es: 'Comprueba', en: 'Checks' },
  andMore: { es: 'y {more} más', en: 'and {more} more' },
  toUndo: { es: 'para deshacerlo', en: 'to undo it' },
  wayBack: { es: 'otro procedimiento de esta página', en: 'another procedure of this page' },
} as const satisfies Record<string, Localized>
