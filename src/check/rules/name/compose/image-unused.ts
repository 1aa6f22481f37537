import type { ComposeService } from '#check/files/compose/shown.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameImageUnused = defineFinding({
  code: 'NAME_IMAGE_UNUSED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Se descarga «{name}», pero los servicios de compose construyen su imagen: arrancaría la misma de antes.',
    hint: 'Da a los servicios image: con la versión en una variable.',
    why: 'Si los servicios construyen su imagen, descargar otra no cambia nada: la vuelta atrás deja en marcha la misma versión.',
  },
  en: {
    message: '`{name}` is pulled, but the services of the compose file build their image: the same one would start.',
    hint: 'Give the services an image: with the version in a variable.',
    why: 'When the services build their image, pulling another changes nothing: the rollback leaves the same version running.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    build: .',
    '```',
    '',
    '```bash step=roll-back',
    'docker pull example.com/app:1.0.0',
    'docker compose up -d',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=roll-back',
    'docker pull example.com/app:1.0.0',
    'docker compose up -d',
    '```',
  ],
})

/** An image pulled for a `docker compose up` that builds its own. */
export function unusedImage({ calls }: PageFacts, call: Call, services: readonly ComposeService[]): Finding[] {
  const pulled = ask(call, 'pulls')
  const starts = calls.some((other) => other.block === call.block && ask(other, 'compose')?.isUp)
  const readsFile = services.some(({ builds }) => builds) && !services.some(({ image }) => image)
  if (!pulled?.text || !starts || !readsFile) return []
  return [nameImageUnused.at(placeOfWord(call, pulled.word), { name: pulled.text })]
}
