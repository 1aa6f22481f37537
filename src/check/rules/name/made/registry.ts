import { type Call, flagValue, isCommand, placeOfWord, positionals } from '#check/page/call.ts'
import { isOpaque } from '#check/page/symbols.ts'
import { pageRule } from '#check/rule.ts'
import { imagesOf } from '#check/rules/hazard/deployment/unpinned-image.ts'
import type { Finding } from '#finding/finding.ts'
import { nameRegionDiffers } from './region-differs.ts'
import { nameUnknown } from './unknown.ts'

interface Repository {
  name: string
  region: string
  line: number
}

/** Images whose repository or region is not one the page creates. */
export const registry = pageRule([nameUnknown, nameRegionDiffers], ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const repositories = steps.flatMap(created)
  return repositories.length === 0 ? [] : steps.flatMap((call) => imageFindings(call, repositories))
})

function created(call: Call): Repository[] {
  if (!isCommand(call, 'gcloud', 'artifacts repositories create')) return []
  const [name] = positionals(call)
  const region = flagValue(call, '--location')?.text
  if (!name?.text || !region) return []
  return [{ name: name.text, region, line: placeOfWord(call, name.word).start.line }]
}

function imageFindings(call: Call, repositories: readonly Repository[]): Finding[] {
  return imagesOf(call).flatMap(({ word, text }) => {
    const parts = /^(.+)-docker\.pkg\.dev\/[^/]+\/([^/]+)\//.exec(text ?? '')
    if (!parts || isOpaque(text ?? '')) return []
    const [, region = '', name = ''] = parts
    const place = placeOfWord(call, word)
    const same = repositories.find((repository) => repository.name === name)
    const data = { name: shown(name), kindEn: 'repository' }
    if (!same) {
      const [other] = repositories
      return [
        nameUnknown.at(place, {
          ...data,
          kindEs: 'el repositorio',
          other: shown(other?.name ?? ''),
          line: other?.line,
        }),
      ]
    }
    if (same.region === region) return []
    return [
      nameRegionDiffers.at(place, {
        ...data,
        kindEs: 'El repositorio',
        found: shown(region),
        expected: shown(same.region),
        line: same.line,
      }),
    ]
  })
}

const shown = (text: string) => text.replaceAll(/\$\{(\w+)\}/g, '$$$1')
