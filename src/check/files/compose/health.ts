import { defineFinding } from '#finding/define.ts'

export const fileComposeHealth = defineFinding({
  code: 'FILE_COMPOSE_HEALTH',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'Espera a que «{name}» esté sano, y ese servicio no tiene healthcheck.',
    hint: 'Añade healthcheck a {name}, o espera a service_started.',
    why: 'Sin healthcheck, el servicio nunca llega a estar sano, y quien lo espera no arranca.',
  },
  en: {
    message: 'It waits for `{name}` to be healthy, and that service has no healthcheck.',
    hint: 'Add a healthcheck to {name}, or wait for service_started.',
    why: 'Without a healthcheck the service never becomes healthy, and what waits for it does not start.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    depends_on: { db: { condition: service_healthy } }',
    '  db:',
    '    image: postgres:16',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    depends_on: { db: { condition: service_healthy } }',
    '  db:',
    '    image: postgres:16',
    '    healthcheck: { test: [CMD, pg_isready] }',
    '```',
  ],
})
