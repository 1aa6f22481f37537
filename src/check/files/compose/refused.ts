import { defineFinding } from '#finding/define.ts'

export const fileComposeRefused = defineFinding({
  code: 'FILE_COMPOSE_REFUSED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Docker Compose no acepta {file}: {reason}',
    hint: 'Corrige el archivo. Compruébalo con docker compose config.',
    why: 'Lo dice Docker Compose mismo, en el entorno Docker, de cada archivo que una página enseña entero, lo use un paso o no.',
  },
  en: {
    message: 'Docker Compose does not take {file}: {reason}',
    hint: 'Correct the file. Check it with docker compose config.',
    why: 'Docker Compose itself says so, in the Docker fixture, of each file a page shows whole, whether a step uses it or not.',
  },
  of: 'compose',
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    extra_hosts: ["db.example.com"]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    extra_hosts: ["db.example.com:192.0.2.10"]',
    '```',
  ],
})
