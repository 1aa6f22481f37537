import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { placeOfPath } from '../yaml/yaml.ts'
import type { ComposeAt, Service } from './at.ts'

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

const isOverride = (path: string) => /\.(override|prod|production|dev|test|ci|local|scale)\.ya?ml$/.test(path)

/** A service of a whole file, not of one laid over another, needs an image. */
export function imageless({ file, document, root }: ComposeAt, { name, body }: Service): Finding[] {
  const has = ['image', 'build', 'extends'].some((key) => key in body)
  if (!file.whole || isOverride(file.path ?? '') || 'include' in root || has) return []
  return [fileComposeImageless.at(placeOfPath(file, document, ['services', name]), { name })]
}
