import type { Effect } from '#schema/effect.ts'

/** What a name may be made of: the values of the run, and what the step types. */
interface Named {
  inputs: Readonly<Record<string, string>>
  typed: string
}

/** Pieces of names that each run makes up: of a build, of an object, of a container without a name, of a revision, of a subscription, of a backup. */
const MADE_UP = [
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /(?<=-)[0-9a-f]{12}\b/g,
  /\b[0-9a-f]{64}\b/g,
  /(?<=-)\d{5}-[a-z]{3}$/g,
  /(?<=-sub-)\d+$/g,
  /(?<=\/)\d{13}$/g,
]

/**
 * The name of what a step changed, as it is in any run: the values of the run as `$NAME` of their parameters, what was made
 * up as `…`, and of a binding its role. A word that the step itself types is no value.
 */
export function effectName({ kind, name }: Effect, { inputs, typed }: Named): string {
  const [short = name] = kind === 'iam.binding' ? name.split(' of ') : [name]
  const values = Object.entries(inputs)
    .filter(([, value]) => value.length > 2 && value !== '***' && !typed.includes(value))
    .toSorted(([, a], [, b]) => b.length - a.length)
  const named = values.reduce((text, [parameter, value]) => withParameter(text, parameter, value), short)
  return MADE_UP.reduce((text, pattern) => text.replaceAll(pattern, '…'), named)
}

/** A text with each whole occurrence of a value as its parameter, `${NAME}` where a letter follows. */
function withParameter(text: string, parameter: string, value: string): string {
  const whole = new RegExp(`(?<![A-Za-z0-9$])${value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`, 'g')
  return text.replaceAll(whole, (found, at: number) =>
    /^\w/.test(text.slice(at + found.length)) ? `\${${parameter}}` : `$${parameter}`,
  )
}
