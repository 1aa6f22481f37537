import { EXIT, StopError } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import { describeParameter } from '#schema/parameter/type.ts'
import { isSecret } from '#schema/plan.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { InputProblem } from '#script/inputs.ts'
import type { PlanProblem, Selection } from '#script/plan.ts'
import { usageError } from '../terminal/options.ts'

/** Stops for parameters without a usable value: names each, its type and an example. */
export function inputsMissing(problems: readonly InputProblem[]): StopError {
  const text = joinLocalized(problems.map(describeProblem))
  return new StopError(EXIT.usage, text, { hint: hintFor(problems[0] as InputProblem) })
}

function describeProblem({ name, flag, parameter, reason }: InputProblem): Localized {
  const { label, type, example } = parameter
  const expected = describeParameter(parameter)
  const problem = reason ?? { es: `falta; se espera ${expected.es}`, en: `is missing; expected ${expected.en}` }
  return {
    es: `${flag} (${name}, ${label.es}; tipo ${type}): ${problem.es}. Ejemplo: ${example}`,
    en: `${flag} (${name}, ${label.en}; type ${type}): ${problem.en}. Example: ${example}`,
  }
}

function hintFor({ name, flag, parameter }: InputProblem): Localized {
  if (isSecret(parameter)) {
    return {
      es: `Deja su valor en la variable de entorno ${name}.`,
      en: `Put its value in the environment variable ${name}.`,
    }
  }
  return { es: `Añade ${flag} ${parameter.example}`, en: `Add ${flag} ${parameter.example}` }
}

const joinLocalized = (texts: readonly Localized[]): Localized => ({
  es: texts.map(({ es }) => es).join('\n'),
  en: texts.map(({ en }) => en).join('\n'),
})

/** Stops where there is nothing to plan: a name nobody has, with the nearest one, or a choice to make. */
export function planProblem(
  { problem, name, known }: PlanProblem,
  script: RunbookScript,
  selection: Selection,
): StopError {
  if (problem === 'procedure-needed') return procedureNeeded(script)
  if (problem === 'nothing-selected') return nothingSelected(selection)
  const { text, names } = PROBLEMS[problem]
  const meant = nearest(name, known)
  const hint =
    meant && problem !== 'step-elsewhere'
      ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
      : { es: `${names.es}: ${known.join(', ')}`, en: `${names.en}: ${known.join(', ')}` }
  return new StopError(EXIT.usage, text(name), { hint })
}

const STEPS: Localized = { es: 'Sus pasos', en: 'Its steps' }

const PROBLEMS: Record<
  Exclude<PlanProblem['problem'], 'procedure-needed' | 'nothing-selected'>,
  { text: (name: string) => Localized; names: Localized }
> = {
  'step-unknown': {
    text: (name) => ({
      es: `El runbook no tiene ningún paso «${name}».`,
      en: `The runbook has no step "${name}".`,
    }),
    names: STEPS,
  },
  'step-elsewhere': {
    text: (name) => ({
      es: `El paso «${name}» no es de este procedimiento.`,
      en: `Step "${name}" is not of this procedure.`,
    }),
    names: STEPS,
  },
  'procedure-unknown': {
    text: (name) => ({
      es: `El runbook no tiene ningún procedimiento «${name}».`,
      en: `The runbook has no procedure "${name}".`,
    }),
    names: { es: 'Sus procedimientos', en: 'Its procedures' },
  },
}

function nothingSelected({ from, until }: Selection): StopError {
  return usageError(
    {
      es: `«${from}» va después de «${until}»: no queda ningún paso.`,
      en: `"${from}" comes after "${until}": no step is left.`,
    },
    { es: `Al revés: --from ${until} --until ${from}`, en: `The other way round: --from ${until} --until ${from}` },
  )
}

const SAID = {
  es: ['Tarda', 'Interrumpe', 'Cuándo parar'],
  en: ['Takes', 'Interrupts', 'When to stop'],
} as const

/** A live run is of one procedure: which, the person has to say. */
function procedureNeeded({ id, procedures }: RunbookScript): StopError {
  const about = ({ takes, interrupts, stop }: Procedure, locale: Locale) =>
    [takes, interrupts, stop].flatMap((said, at) => (said ? [`    ${SAID[locale][at]}: ${said[locale]}`] : []))
  const list = (locale: Locale) =>
    procedures.flatMap((one) => [`  ${one.id}: ${one.when[locale]}`, ...about(one, locale)]).join('\n')
  return new StopError(
    EXIT.usage,
    {
      es: `«${id}» tiene varios procedimientos; di cuál:\n${list('es')}`,
      en: `"${id}" has several procedures; say which:\n${list('en')}`,
    },
    { hint: { es: `pnpm runbook ${id} ${procedures[0]?.id}`, en: `pnpm runbook ${id} ${procedures[0]?.id}` } },
  )
}
