import { defineFinding } from '#finding/define.ts'

export const fileComposeReplicas = defineFinding({
  code: 'FILE_COMPOSE_REPLICAS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» tiene varias réplicas y {found}: solo puede haber una.',
    hint: 'Quita {found}, o deja una réplica.',
    why: 'Dos contenedores no pueden tener el mismo nombre: la segunda réplica no arranca.',
  },
  en: {
    message: '`{name}` has several replicas and {found}: there can be only one.',
    hint: 'Remove {found}, or keep one replica.',
    why: 'Two containers cannot have one name: the second replica does not start.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    container_name: api',
    '    deploy: { replicas: 2 }',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    deploy: { replicas: 2 }',
    '```',
  ],
})
