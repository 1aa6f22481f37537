import { EXIT, StopError } from '#finding/error.ts'
import type { Localized } from '#schema/locale.ts'
import { describeParameter } from '#schema/parameter-type.ts'
import { isSecret } from '#schema/plan.ts'
import type { InputProblem } from '#script/inputs.ts'
import type { UnknownStep } from '#script/plan.ts'
import { nearest } from './scripts.ts'

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

/** Stops for a step nobody has, with the nearest one. */
export function stepUnknown({ unknown, known }: UnknownStep): StopError {
  const meant = nearest(unknown, known)
  return new StopError(
    EXIT.usage,
    { es: `El runbook no tiene ningún paso «${unknown}».`, en: `The runbook has no step "${unknown}".` },
    {
      hint: meant
        ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
        : { es: `Sus pasos: ${known.join(', ')}`, en: `Its steps: ${known.join(', ')}` },
    },
  )
}
