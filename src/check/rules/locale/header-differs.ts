import type { Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'

export const localeHeaderDiffers = defineFinding({
  code: 'LOCALE_HEADER_DIFFERS',
  severity: 'error',
  es: {
    message: '{key} es aquí «{found}» y en {other}, «{expected}».',
    hint: 'Iguala la cabecera de las dos páginas.',
    why: 'Las dos páginas son un runbook: otro sistema u otros parámetros las harían dos.',
  },
  en: {
    message: '{key} is `{found}` here and `{expected}` in {other}.',
    hint: 'Make both headers the same.',
    why: 'Both pages are one runbook: another system or other parameters would make them two.',
  },
  of: 'twins',
  wrong: [
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
    '=====',
    '```bash step=see effect=read',
    'echo "$IMAGE_TAG"',
    '```',
  ],
  right: [
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
    '=====',
    '```bash step=see effect=read',
    'echo "$REGION"',
    '```',
  ],
})

/** Keys of the header that are to be the same in both languages, and are not. */
export function headerFindings(en: Runbook, es: Runbook): Finding[] {
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
  return [
    ...own,
    ...[...names].flatMap((name) => parameterFindings(en, es, name)),
    ...procedureFindings(en, es),
    ...pageCardFindings(en, es),
  ]
}

/** Keys of a procedure that are the same in both languages; of the others only whether they are there. */
const SAME_KEYS = ['id', 'situation', 'after', 'steps', 'undo'] as const
const TRANSLATED_KEYS = ['symptoms', 'takes', 'interrupts', 'stop', 'instead', 'irreversible'] as const
/** Those of them a page may say for all its procedures. */
const PAGE_KEYS = ['symptoms', 'takes', 'interrupts', 'stop', 'instead', 'escalation'] as const

function procedureFindings(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [en.header.procedures ?? [], es.header.procedures ?? []]
  const count = Math.max(here.length, there.length)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const values = [
      ...SAME_KEYS.map((key) => [key, here[index]?.[key], there[index]?.[key]] as const),
      ['instead', usedInstead(here[index]), usedInstead(there[index])] as const,
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

/** The same of what a page says for all its procedures. */
function pageCardFindings(en: Runbook, es: Runbook): Finding[] {
  return PAGE_KEYS.flatMap((key) => {
    const given = ({ header }: Runbook) =>
      `${isGiven(header[key])}${key === 'instead' ? ` ${usedInstead(header)}` : ''}`
    const [found, expected] = [given(en), given(es)]
    const place = en.placeAt(['runbook', key])
    return found === expected ? [] : [localeHeaderDiffers.at(place, { key, found, expected, other: es.file })]
  })
}

/** The names of those a procedure or a page has; their reasons are translated. */
const exceptions = ({ except }: Pick<Runbook['header'], 'except'> = {}) =>
  except && Object.keys(except).sort().join(', ')

/** The runbooks to use in place of this one. */
const usedInstead = ({ instead = [] }: Pick<Runbook['header'], 'instead'> = {}) =>
  instead.map(({ use = '-' }) => use).join()

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
