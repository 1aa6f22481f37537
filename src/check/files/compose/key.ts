import { defineFinding } from '#finding/define.ts'

export const fileComposeKey = defineFinding({
  code: 'FILE_COMPOSE_KEY',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Compose no conoce {found}.',
    hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]',
    why: 'Compose rechaza el archivo entero por una clave que no conoce.',
  },
  en: {
    message: 'Compose knows no {found}.',
    hint: 'Correct the key.[? Did you mean `{suggestion}`?]',
    why: 'Compose refuses the whole file for a key it does not know.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    port: ["8000:8000"]',
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
