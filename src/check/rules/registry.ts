import { type Finding, finding } from '#finding/finding.ts'
import { type Call, flagValue, isCommand, placeOfWord, positionals } from '../page/call.ts'
import { isOpaque } from '../page/symbols.ts'
import type { Rule } from '../rule.ts'
import { imagesOf } from './image.ts'

interface Repository {
  name: string
  region: string
  line: number
}

/** Images whose repository or region is not one the page creates. */
export const registry: Rule = ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const repositories = steps.flatMap(created)
  return repositories.length === 0 ? [] : steps.flatMap((call) => imageFindings(call, repositories))
}

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
        finding('NAME_UNKNOWN', place, {
          ...data,
          kindEs: 'el repositorio',
          other: shown(other?.name ?? ''),
          line: other?.line,
        }),
      ]
    }
    if (same.region === region) return []
    return [
      finding('NAME_REGION_DIFFERS', place, {
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
