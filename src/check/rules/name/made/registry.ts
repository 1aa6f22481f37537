import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { mentionsOf } from '#check/page/resource.ts'
import { isOpaque } from '#check/page/symbols.ts'
import { pageRule } from '#check/rule.ts'
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

const created = (call: Call): Repository[] =>
  mentionsOf(call).flatMap(({ kind, role, name, region, word }) =>
    kind === 'repository' && role === 'makes' && region
      ? [{ name, region, line: placeOfWord(call, word.word).start.line }]
      : [],
  )

function imageFindings(call: Call, repositories: readonly Repository[]): Finding[] {
  return (ask(call, 'images') ?? []).flatMap(({ word, text }) => {
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
