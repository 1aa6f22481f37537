import { finding } from '#finding/finding.ts'
import { type Call, type CallWord, flagValues, isCommand, placeOfWord, positionals } from '../page/call.ts'
import { isOpaque } from '../page/symbols.ts'
import type { Rule } from '../rule.ts'

/** Images built, tagged, pushed, pulled, run or deployed without a version. */
export const unpinnedImage: Rule = ({ calls }) =>
  calls.flatMap((call) =>
    imagesOf(call).flatMap(({ word, text }) => {
      const found = text === undefined ? undefined : unpinned(text)
      return found ? [finding('HAZARD_UNPINNED_IMAGE', placeOfWord(call, word), { image: text, found })] : []
    }),
  )

/** The words of a call that name images. */
export function imagesOf(call: Call): CallWord[] {
  if (isCommand(call, 'docker', 'build', 'buildx build', 'image build')) return flagValues(call, '--tag', '-t')
  if (isCommand(call, 'docker', 'run', 'container run', 'create', 'pull', 'push', 'image pull', 'image push'))
    return positionals(call).slice(0, 1)
  if (isCommand(call, 'docker', 'tag', 'image tag')) return positionals(call)
  if (isCommand(call, 'gcloud', 'run deploy', 'run services update', 'run jobs deploy'))
    return flagValues(call, '--image')
  return isCommand(call, 'gcloud', 'builds submit') ? flagValues(call, '--tag') : []
}

/** `:latest`, or `no tag`; a tag that is a variable, or a digest, is pinned. Image ids and bare variables say nothing. */
function unpinned(image: string): string | undefined {
  if (image.includes('@') || /^\$\{\w+\}$/.test(image) || /^(sha256:)?[0-9a-f]{12,64}$/.test(image)) return undefined
  const name = image.slice(image.lastIndexOf('/') + 1)
  if (/:latest$/.test(name)) return ':latest'
  if (isOpaque(name)) return undefined
  return name.replaceAll(/\$\{[^}]*\}/g, 'x').includes(':') || /\$\{\w+\}$/.test(name) ? undefined : ':latest'
}
