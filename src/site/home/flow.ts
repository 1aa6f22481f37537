import type { Localized } from '#schema/locale.ts'

/** The stations of the picture, from the page to the report. */
export const STATIONS = [
  {
    name: { es: 'Página', en: 'Page' },
    note: { es: 'Markdown, en español e inglés', en: 'Markdown, Spanish and English' },
  },
  {
    name: { es: 'Script', en: 'Script' },
    note: { es: 'generado, tipado, revisado', en: 'generated, typed, reviewed' },
  },
  {
    name: { es: 'Entorno', en: 'Fixture' },
    note: { es: 'aislado: integrado o Docker', en: 'sealed: embedded or Docker' },
  },
  {
    name: { es: 'Informe', en: 'Report' },
    note: { es: 'pasos, evidencia y efectos', en: 'steps, evidence and effects' },
  },
] as const satisfies readonly { name: Localized; note: Localized }[]

export const FLOW_TEXTS = {
  title: { es: 'Recorrido de una guía', en: 'The path of a guide' },
  back: { es: 'la evidencia vuelve a la página', en: 'evidence returns to the page' },
  description: {
    es: 'La página Markdown genera un script. El script se ejecuta en un entorno aislado. La ejecución deja un informe, y su evidencia vuelve a la página.',
    en: 'The Markdown page generates a script. The script runs in a sealed fixture. The run leaves a report, and its evidence returns to the page.',
  },
} as const satisfies Record<string, Localized>
