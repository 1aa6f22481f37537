import { defineFinding } from '#finding/define.ts'

export const fileComposeUndeclared = defineFinding({
  code: 'FILE_COMPOSE_UNDECLARED',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '{kindEs} «{name}» no está en {key} de este archivo.',
    hint: 'Decláralo en {key}.[? Quizá querías «{suggestion}».]',
    why: 'Compose rechaza una red, un volumen, un secreto o un servicio que el archivo no declara.',
  },
  en: {
    message: 'There is no {kindEn} `{name}` under {key} of this file.',
    hint: 'Declare it under {key}.[? Did you mean `{suggestion}`?]',
    why: 'Compose refuses a network, a volume, a secret or a service the file does not declare.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    networks: [front]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    networks: [front]',
    'networks:',
    '  front: {}',
    '```',
  ],
})
