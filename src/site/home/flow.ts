import type { Localized } from '#schema/locale.ts'

/** The stations of the picture, from the page to the report. */
export const STATIONS = [
  {
    name: { es: 'Página', en: 'Page' },
    note: { es: 'Markdown, dos idiomas', en: 'Markdown, two languages' },
  },
  {
    name: { es: 'Script', en: 'Script' },
    note: { es: 'generado y tipado', en: 'generated and typed' },
  },
  {
    name: { es: 'Entorno', en: 'Fixture' },
    note: { es: 'aislado, sin red', en: 'sealed, no network' },
  },
  {
    name: { es: 'Informe', en: 'Report' },
    note: { es: 'pasos y evidencia', en: 'steps and evidence' },
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
