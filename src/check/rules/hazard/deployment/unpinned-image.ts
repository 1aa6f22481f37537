import { ask, placeOfWord } from '#check/page/call.ts'
import { isOpaque } from '#check/page/symbols.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardUnpinnedImage = defineFinding({
  code: 'HAZARD_UNPINNED_IMAGE',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'La imagen «{image}» no tiene una versión fija ({found}): mañana puede ser otra.',
    hint: 'Escribe una etiqueta de versión, o un @sha256:….',
    why: 'Lo que hoy se llama latest mañana es otra imagen: lo comprobado deja de ser lo desplegado, y no hay versión a la que volver.',
  },
  en: {
    message: 'The image `{image}` has no fixed version ({found}): tomorrow it may be another.',
    hint: 'Write a version tag, or an @sha256:….',
    why: 'What is called latest today is another image tomorrow: what was verified is no longer what is deployed, and there is no version to go back to.',
  },
  wrong: ['```bash step=pull-image effect=create', 'docker pull python:latest', '```'],
  right: ['```bash step=pull-image effect=create', 'docker pull python:3.12-slim', '```'],
})

/** Images built, tagged, pushed, pulled, run or deployed without a version. */
export const unpinnedImage = pageRule([hazardUnpinnedImage], ({ calls }) =>
  calls.flatMap((call) =>
    (ask(call, 'images') ?? []).flatMap(({ word, text }) => {
      const found = text === undefined ? undefined : unpinned(text)
      return found ? [hazardUnpinnedImage.at(placeOfWord(call, word), { image: text, found })] : []
    }),
  ),
)

/** `:latest`, or `no tag`; a tag that is a variable, or a digest, is pinned. Image ids and bare variables say nothing. */
function unpinned(image: string): string | undefined {
  if (image.includes('@') || /^\$\{\w+\}$/.test(image) || /^(sha256:)?[0-9a-f]{12,64}$/.test(image)) return undefined
  const name = image.slice(image.lastIndexOf('/') + 1)
  if (/:latest$/.test(name)) return ':latest'
  if (isOpaque(name)) return undefined
  return name.replaceAll(/\$\{[^}]*\}/g, 'x').includes(':') || /\$\{\w+\}$/.test(name) ? undefined : ':latest'
}
