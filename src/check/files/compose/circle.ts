import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { dependenciesOf } from '#formats/compose/model.ts'
import { record } from '#formats/yaml/value.ts'
import { placeOfPath } from '../yaml/yaml.ts'
import type { ComposeAt, Services } from './at.ts'

export const fileComposeCircle = defineFinding({
  code: 'FILE_COMPOSE_CIRCLE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Los servicios se esperan en círculo, y ninguno arranca: {circle}.',
    hint: 'Quita una de las dependencias.',
    why: 'Compose arranca un servicio cuando los que necesita han arrancado. En un círculo no hay ningún primero.',
  },
  en: {
    message: 'The services wait for each other in a circle, and none starts: {circle}.',
    hint: 'Remove one of the dependencies.',
    why: 'Compose starts a service when those it needs have started. In a circle there is no first one.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    depends_on: [worker]',
    '  worker:',
    '    image: example.com/worker:1.0.0',
    '    depends_on: [api]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '  worker:',
    '    image: example.com/worker:1.0.0',
    '    depends_on: [api]',
    '```',
  ],
})

/** The first circle of services that wait for each other. */
export function circle({ file, document }: ComposeAt, services: Services): Finding[] {
  const needs = new Map(
    Object.entries(services).map(
      ([name, body]) => [name, dependenciesOf(record(body)).map(({ service }) => service)] as const,
    ),
  )
  const done = new Set<string>()
  const [found] = [...needs.keys()].flatMap((name) => circleFrom(name, { needs, done }) ?? [])
  if (!found) return []
  const place = placeOfPath(file, document, ['services', found.names[0] ?? '', 'depends_on'])
  return [fileComposeCircle.at(place, { circle: found.names.join(' → ') })]
}

interface Walk {
  needs: ReadonlyMap<string, readonly string[]>
  /** Services known to be in no circle. */
  done: Set<string>
}

/** The circle a service leads into. A file may name thousands in a row: no recursion. */
function circleFrom(start: string, { needs, done }: Walk): { names: readonly string[] } | undefined {
  const path = [{ name: start, left: [...(needs.get(start) ?? [])] }]
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = last.left.shift()
    if (next === undefined) {
      done.add(last.name)
      path.pop()
      continue
    }
    const open = path.findIndex(({ name }) => name === next)
    if (open >= 0) return { names: [...path.slice(open).map(({ name }) => name), next] }
    if (!done.has(next)) path.push({ name: next, left: [...(needs.get(next) ?? [])] })
  }
  return undefined
}
