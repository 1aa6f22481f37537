import { twinRule } from '#check/rule.ts'
import { isRunbook, type Page, type Runbook, stepsOf } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import { blocksFindings, localeBlocksDiffer } from './blocks-differ.ts'
import { localeFenceDiffers } from './fence-differs.ts'
import { localeHeaderDiffers } from './header-differs.ts'
import { localeOrderDiffers } from './order-differs.ts'
import { localeStepExtra } from './step-extra.ts'
import { localeStepMissing } from './step-missing.ts'
import { localeTextDiffers } from './text-differs.ts'
import { localeTwinMissing, twinMissing } from './twin-missing.ts'

/** A page against its twin: there is one, and of runbooks it has the same header, the same steps in the same order and the same commands. */
export const parity = twinRule(
  [
    localeHeaderDiffers,
    localeStepMissing,
    localeStepExtra,
    localeOrderDiffers,
    localeBlocksDiffer,
    localeTwinMissing,
    localeFenceDiffers,
    localeTextDiffers,
  ],
  ({ es, en }) => {
    if (es && en && isRunbook(es) && isRunbook(en)) return pairFindings(en, es)
    const alone = es && en ? [es, en].filter(isRunbook) : [es, en]
    return alone.flatMap((page) => (page && isPublished(page) ? [twinMissing(page)] : []))
  },
)

/** A page outside the content folder is a single document; one at its top belongs to the site. */
const isPublished = ({ file, slug }: Page) => file.includes('content/docs/') && slug.includes('/')

function pairFindings(en: Runbook, es: Runbook): Finding[] {
  const header = headerFindings(en, es)
  const steps = stepFindings(en, es)
  return [...header, ...(steps.length > 0 ? steps : blocksFindings(en, es))]
}

function headerFindings(en: Runbook, es: Runbook): Finding[] {
  const values = (header: Runbook['header']) => ({
    id: header.id,
    system: header.system,
    except: exceptions(header) ?? '-',
  })
  const [here, there] = [values(en.header), values(es.header)]
  const own = (['id', 'system', 'except'] as const)
    .filter((key) => here[key] !== there[key])
    .map((key) => {
      const data = { key, found: here[key], expected: there[key], other: es.file }
      return localeHeaderDiffers.at(wholeFile(en.file), data)
    })
  const names = new Set([...Object.keys(en.header.parameters), ...Object.keys(es.header.parameters)])
  return [...own, ...[...names].flatMap((name) => parameterFindings(en, es, name)), ...procedureFindings(en, es)]
}

/** Keys of a procedure that are the same in both languages; of the others only whether they are there. */
const SAME_KEYS = ['id', 'situation', 'after', 'steps', 'undo'] as const
const TRANSLATED_KEYS = ['symptoms', 'interrupts', 'irreversible'] as const

function procedureFindings(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [en.header.procedures ?? [], es.header.procedures ?? []]
  const count = Math.max(here.length, there.length)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const values = [
      ...SAME_KEYS.map((key) => [key, here[index]?.[key], there[index]?.[key]] as const),
      ['except', exceptions(here[index]), exceptions(there[index])] as const,
    ]
    const given = TRANSLATED_KEYS.map(
      (key) => [key, isGiven(here[index]?.[key]), isGiven(there[index]?.[key])] as const,
    )
    const different = [...values, ...given].find(([, mine, theirs]) => String(mine ?? '-') !== String(theirs ?? '-'))
    if (!different) return []
    const [key, found, expected] = different
    const data = { key: `procedures.${index}.${key}`, found: String(found ?? '-'), expected: String(expected ?? '-') }
    const place = en.placeAt(['runbook', 'procedures', String(index), key])
    return [localeHeaderDiffers.at(place, { ...data, other: es.file })]
  })
}

/** The names of those a procedure or a page has; their reasons are translated. */
const exceptions = ({ except }: Pick<Runbook['header'], 'except'> = {}) =>
  except && Object.keys(except).sort().join(', ')

/** Of a list, how many. */
const isGiven = (value: unknown) => (Array.isArray(value) ? value.length : value !== undefined)

function parameterFindings(en: Runbook, es: Runbook, name: string): Finding[] {
  const place = en.parameterPlaces.get(name) ?? wholeFile(en.file)
  const [here, there] = [en.header.parameters[name], es.header.parameters[name]]
  const keys =
    here && there ? (['type', 'example', 'default', 'choices', 'pattern', 'differs'] as const) : ([undefined] as const)
  return keys.flatMap((key) => {
    const found = key ? String(here?.[key] ?? '-') : here ? name : '-'
    const expected = key ? String(there?.[key] ?? '-') : there ? name : '-'
    const data = { key: key ? `${name}.${key}` : name, found, expected, other: es.file }
    const at = en.parameterPlaces.get(`${name}.${key}`) ?? place
    return found === expected ? [] : [localeHeaderDiffers.at(at, data)]
  })
}

function stepFindings(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [stepsOf(en), stepsOf(es)]
  const ids = { here: here.map(({ fence }) => fence.step), there: there.map(({ fence }) => fence.step) }
  const extra = here.filter(({ fence }) => !ids.there.includes(fence.step))
  const missing = ids.there.flatMap((step, index) => {
    if (ids.here.includes(step)) return []
    const before = ids.there.slice(0, index).findLast((id) => ids.here.includes(id))
    const after = here.find(({ fence }) => fence.step === before)
    return [localeStepMissing.at(after?.place ?? wholeFile(en.file), { step, other: es.file })]
  })
  if (extra.length + missing.length > 0)
    return [
      ...missing,
      ...extra.map(({ place, fence }) => localeStepExtra.at(place, { step: fence.step, other: es.file })),
    ]
  const wrong = here.find(({ fence }, index) => fence.step !== ids.there[index])
  if (!wrong) return []
  const expected = ids.there[here.indexOf(wrong)] as string
  return [localeOrderDiffers.at(wrong.place, { found: wrong.fence.step, expected, other: es.file })]
}
