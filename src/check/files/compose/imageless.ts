import { defineFinding } from '#finding/define.ts'

export const fileComposeImageless = defineFinding({
  code: 'FILE_COMPOSE_IMAGELESS',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: 'El servicio «{name}» no dice su imagen ni cómo construirla.',
    hint: 'Añade image o build.',
    why: 'Compose no sabe de qué imagen hacer el contenedor.',
  },
  en: {
    message: 'Service `{name}` says neither its image nor how to build it.',
    hint: 'Add image or build.',
    why: 'Compose does not know what image to make the container of.',
  },
  wrong: ['```yaml file=compose.yaml', 'services:', '  api:', '    ports: ["8000:8000"]', '```'],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '```',
  ],
})
