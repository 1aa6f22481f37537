import type { OptionTable } from '../../terminal/option-table.ts'

/** Options of `pnpm new service` beyond those of every command. */
export const SERVICE_OPTIONS = {
  manifest: {
    value: { es: 'ARCHIVO', en: 'FILE' },
    words: {
      es: 'service: el manifiesto del experimento, con su modelo al lado',
      en: 'service: the experiment manifest, with its model beside it',
    },
  },
  title: {
    value: { es: 'TEXTO', en: 'TEXT' },
    words: {
      es: 'service: título de la API; por defecto, sale del id',
      en: 'service: title of the API; from the id by default',
    },
  },
  version: {
    value: { es: 'VERSIÓN', en: 'VERSION' },
    words: { es: 'service: su versión; por defecto, 1.0.0', en: 'service: its version; 1.0.0 by default' },
  },
  out: {
    value: { es: 'CARPETA', en: 'DIR' },
    words: {
      es: 'service: escribe el código también ahí, en el repositorio del equipo',
      en: "service: writes the code there as well, in the team's repository",
    },
  },
  cors: {
    value: { es: 'ORÍGENES', en: 'ORIGINS' },
    words: {
      es: 'service: orígenes que pueden llamar desde un navegador, con comas; por defecto, ninguno',
      en: 'service: origins that may call from a browser, with commas; none by default',
    },
  },
  'no-monitoring': {
    words: { es: 'service: sin métricas ni deriva', en: 'service: no metrics and no drift' },
  },
} as const satisfies OptionTable

/** What the id of a service must be like: Docker takes no name of one letter for a container. */
export const SERVICE_RULES = {
  length: { min: 2, max: 40 },
  example: { es: 'abandono --manifest experiment_manifest.json', en: 'churn --manifest experiment_manifest.json' },
}
