import { defineFinding } from '#finding/define.ts'

export const fileComposeTwice = defineFinding({
  code: 'FILE_COMPOSE_TWICE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» ya es del servicio {other}.',
    hint: 'Usa otro.',
    why: 'El segundo servicio no arranca: el puerto, o el nombre, ya está ocupado.',
  },
  en: {
    message: '`{found}` is already that of service {other}.',
    hint: 'Use another one.',
    why: 'The second service does not start: the port, or the name, is taken.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '  web:',
    '    image: example.com/web:1.0.0',
    '    ports: ["8000:3000"]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '  web:',
    '    image: example.com/web:1.0.0',
    '    ports: ["3000:3000"]',
    '```',
  ],
})
