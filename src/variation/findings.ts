import { reporterOf } from '#finding/report.ts'
import { procedureExceptionNeedless } from '#run/findings/exception-needless.ts'
import { stepVariationFailed } from '#run/findings/variation-failed.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import { type Attempt, firstStep, type Subject } from './attempt.ts'
import { usualValue, type Variation } from './variation.ts'

const reportFinding = reporterOf([procedureExceptionNeedless, stepVariationFailed])

/** The values of a variation as anyone may see them. */
export const maskVaried = ({ inputs }: Variation, { script, locale }: Subject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      isSecret(name, script) ? `*** (${CHARACTERS[locale](value.length)})` : value,
    ]),
  )

const isSecret = (name: string, { parameters }: Subject['script']) => parameters[name]?.type === 'secret'

const CHARACTERS = {
  es: (count: number) => `${count} caracteres`,
  en: (count: number) => `${count} characters`,
}

/** That a procedure falls short under a variation, at the step that does. */
export function failedFinding(
  subject: Subject,
  { smallest, ended, amount }: { smallest: Variation; ended: Attempt; amount: { count: number; seed: number } },
): FindingReport {
  const { script, procedure, world, locale } = subject
  const { message, ...at } = ended.finding ?? { ...firstStep(subject), column: 1, message: ended.status }
  const command = `pnpm verify ${script.id} --fixture ${world.name} --variations ${amount.count} --variation-seed ${amount.seed}`
  const data = {
    id: procedure.id,
    differenceEs: differenceIn('es', smallest, subject),
    differenceEn: differenceIn('en', smallest, subject),
    reason: message,
    command,
  }
  return reportFinding(stepVariationFailed.at(placeAt(at), data), locale)
}

/** That an exception is not needed: the procedure holds under it. */
export function needlessFinding(subject: Subject, { change, environment }: Variation): FindingReport {
  const { procedure, locale } = subject
  const place = placeAt({ ...firstStep(subject), column: 1 })
  const data = { id: procedure.id, found: change ?? environment }
  return reportFinding(procedureExceptionNeedless.at(place, data), locale)
}

function placeAt({ file, line, column }: Pick<FindingReport, 'file' | 'line' | 'column'>): Place {
  const start = { line, column, offset: 0 }
  return { file, start, end: start }
}

/** `VERSION=10.0.0 (example: 1.2.5) and "two services changed"`. */
function differenceIn(locale: Locale, { inputs, change, environment }: Variation, subject: Subject): string {
  const parts = [
    ...Object.entries(inputs).map(([name, value]) => inputIn(locale, [name, value], subject)),
    ...[change, environment].flatMap((name) => (name === undefined ? [] : [worldIn(locale, name, subject)])),
  ]
  return parts.length === 0 ? ALONE[locale] : new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

const ALONE: Localized = {
  es: 'los valores de sus ejemplos, ejecutado solo en el mundo de partida',
  en: 'the values of its examples, run alone in the seed world',
}

function inputIn(locale: Locale, [name, value]: [string, string], { script }: Subject): string {
  const parameter = script.parameters[name]
  const usual = parameter ? usualValue(parameter) : ''
  if (!isSecret(name, script)) return `${name}=${value} (${INSTEAD[locale]} ${usual})`
  return `${name}=*** (${CHARACTERS[locale](value.length)}, ${INSTEAD[locale]} ${usual.length})`
}

const INSTEAD: Localized = { es: 'en vez de', en: 'instead of' }

function worldIn(locale: Locale, name: string, { variations }: Subject): string {
  const declared = variations[name]
  const values = declared && 'environment' in declared ? Object.entries(declared.environment) : []
  const shown = values.map(([key, value]) => `${key}=${value}`).join(' ')
  const title = locale === 'es' ? `«${declared?.title.es ?? name}»` : `"${declared?.title.en ?? name}"`
  return shown === '' ? title : `${title} (${shown})`
}
