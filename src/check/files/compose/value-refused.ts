import { defineFinding } from '#finding/define.ts'

export const fileComposeValue = defineFinding({
  code: 'FILE_COMPOSE_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'En {found}, Compose espera {expectedEs}.',
    hint: 'Corrige el valor.',
    why: 'Compose lee cada valor antes de arrancar nada: tipos, duraciones, tamaños, puertos y variables.',
  },
  en: {
    message: 'In {found}, Compose expects {expectedEn}.',
    hint: 'Correct the value.',
    why: 'Compose reads each value before it starts anything: types, durations, sizes, ports and variables.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: "8000:8000"',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '```',
  ],
})
