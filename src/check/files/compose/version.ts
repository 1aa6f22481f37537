import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { placeOfPath } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'

export const fileComposeVersion = defineFinding({
  code: 'FILE_COMPOSE_VERSION',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'version está obsoleto: Compose lo ignora y avisa cada vez.',
    hint: 'Borra la línea.',
    why: 'Compose 2 no lee version. Dejarlo hace creer que cambia algo.',
  },
  en: {
    message: 'version is obsolete: Compose ignores it, and says so each time.',
    hint: 'Delete the line.',
    why: 'Compose 2 does not read version. Keeping it suggests that it changes something.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'version: "3.9"',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '```',
  ],
  right: ['```yaml file=compose.yaml', 'services:', '  api:', '    image: example.com/app:1.0.0', '```'],
})

export const version = ({ file, document, root }: ComposeAt): Finding[] =>
  'version' in root ? [fileComposeVersion.at(placeOfPath(file, document, ['version']))] : []
