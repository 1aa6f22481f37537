import { defineFinding } from '#finding/define.ts'

export const fileComposeCircle = defineFinding({
  code: 'FILE_COMPOSE_CIRCLE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Los servicios se esperan en círculo, y ninguno arranca: {circle}.',
    hint: 'Quita una de las dependencias.',
    why: 'Compose arranca un servicio cuando los que necesita han arrancado. En un círculo no hay ningún primero.',
  },
  en: {
    message: 'The services wait for each other in a circle, and none starts: {circle}.',
    hint: 'Remove one of the dependencies.',
    why: 'Compose starts a service when those it needs have started. In a circle there is no first one.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    depends_on: [worker]',
    '  worker:',
    '    image: example.com/worker:1.0.0',
    '    depends_on: [api]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '  worker:',
    '    image: example.com/worker:1.0.0',
    '    depends_on: [api]',
    '```',
  ],
})
