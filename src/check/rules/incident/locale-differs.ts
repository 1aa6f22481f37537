import { twinRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { INCIDENT_PROSE } from '#schema/incident.ts'
import { wholeFile } from '#schema/place.ts'

export const incidentLocaleDiffers = defineFinding({
  code: 'INCIDENT_LOCALE_DIFFERS',
  severity: 'error',
  es: {
    message: '{key} es aquí «{found}» y en {other}, «{expected}».',
    hint: 'Solo la prosa puede ser distinta.',
    why: 'Los hechos son los mismos en los dos idiomas.',
  },
  en: {
    message: '{key} is `{found}` here and `{expected}` in {other}.',
    hint: 'Only the prose may differ.',
    why: 'The facts are the same in both languages.',
  },
  of: 'incident',
  wrong: ['severity: high', '=====', 'severity: low'],
  right: ['severity: high', '=====', 'severity: high'],
})

/** English post-mortems against their Spanish twins: the same facts, only the prose in another language. */
export const incidentParity = twinRule([incidentLocaleDiffers], ({ es, en }) =>
  es?.incident && en?.incident ? differences(en, es, { here: en.incident, there: es.incident, path: [] }) : [],
)

interface Compared {
  here: unknown
  there: unknown
  path: readonly string[]
}

function differences(en: Page, es: Page, { here, there, path }: Compared): Finding[] {
  if (isMap(here) && isMap(there)) {
    const keys = [...new Set([...Object.keys(here), ...Object.keys(there)])]
    return keys.flatMap((key) =>
      isProse(key, here[key], there[key])
        ? []
        : differences(en, es, { here: here[key], there: there[key], path: [...path, key] }),
    )
  }
  if (here === there) return []
  const place = en.placeAt?.(['incident', ...path]) ?? wholeFile(en.file)
  return [
    incidentLocaleDiffers.at(place, {
      key: ['incident', ...path].join('.'),
      found: shown(here),
      expected: shown(there),
      other: es.file,
    }),
  ]
}

/** Prose is there in both languages or in neither, and a list of it has as many entries. */
function isProse(key: string, here: unknown, there: unknown): boolean {
  if (!INCIDENT_PROSE.has(key)) return false
  if (Array.isArray(here) && Array.isArray(there)) return here.length === there.length
  return (here === undefined) === (there === undefined)
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function shown(value: unknown): string {
  if (value === undefined) return '-'
  return isMap(value) ? JSON.stringify(value).slice(0, 60) : String(value)
}
