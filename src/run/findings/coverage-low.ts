import { defineFinding } from '#finding/define.ts'

export const stepCoverageLow = defineFinding({
  code: 'STEP_COVERAGE_LOW',
  severity: 'error',
  es: {
    message:
      'Solo se ejecutó el {found} % de los bloques bash de esta página; se exige el {required} %.\nSin ejecutar: {lines}',
    hint: 'Cuentan los pasos superados con --fixture docker. Convierte en pasos los bloques que puedan ejecutarse.',
    why: 'Una página puede estar sin hallazgos y sin ejecutar. Con --min-executed el equipo dice cuánto de cada página debe haber corrido con herramientas reales.',
  },
  en: {
    message:
      'Only {found} % of the bash blocks of this page were executed; {required} % is required.\nNot executed: {lines}',
    hint: 'What counts are steps that pass with --fixture docker. Make steps of the blocks that can run.',
    why: 'A page can be free of findings and never run. With --min-executed the team says how much of each page must have run with real tools.',
  },
  of: 'coverage',
  wrong: [
    '```bash step=list effect=read',
    'docker images',
    '```',
    '',
    '```bash checked="abre un navegador"',
    'gcloud auth login',
    '```',
  ],
  right: ['```bash step=list effect=read', 'docker images', '```'],
})
