import { ask, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const commandLoadPlatforms = defineFinding({
  code: 'COMMAND_LOAD_PLATFORMS',
  severity: 'warning',
  allowable: true,
  es: {
    message: '--load con varias plataformas ({platforms}): el almacén de imágenes que trae Docker solo admite una.',
    hint: 'Deja una plataforma, o usa --push en lugar de --load.',
    why: 'El almacén de imágenes que trae Docker guarda una imagen para un procesador; la construcción acaba en «docker exporter does not currently support exporting manifest lists». Con el de containerd sí se puede.',
  },
  en: {
    message: "--load with several platforms ({platforms}): Docker's default image store takes one only.",
    hint: 'Leave one platform, or use --push instead of --load.',
    why: 'Docker\'s default image store keeps an image for one processor; the build ends in "docker exporter does not currently support exporting manifest lists". With that of containerd it can be done.',
  },
  wrong: [
    '```bash step=build effect=create',
    'docker buildx build --platform=linux/amd64,linux/arm64 --load --tag=app:1.0.0 .',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'docker buildx build --platform=linux/amd64 --load --tag=app:1.0.0 .',
    '```',
  ],
})

/** An image for several processors that is to go to the local store, which by default keeps one for one of them (docs.docker.com/build/building/multi-platform). */
export const loadPlatforms = pageRule([commandLoadPlatforms], ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    const { load, platforms = [] } = ask(call, 'imageBuild') ?? {}
    if (!load || new Set(platforms).size < 2) return []
    return [commandLoadPlatforms.at(placeOfWord(call, load.word), { platforms: platforms.join(', ') })]
  }),
)
