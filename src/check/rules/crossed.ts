import { isRunbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Call, flagValue, isCommand, placeOfCall, placeOfWord, positionals } from '../page/call.ts'
import { secretsGiven, variablesGiven } from '../page/variables-given.ts'
import type { Rule } from '../rule.ts'

/** A variable named as a parameter that is given the value of another. */
export const crossed: Rule = ({ page, calls }) => {
  if (!isRunbook(page)) return []
  const parameters = new Set(Object.keys(page.header.parameters))
  const stored = storedSecrets(calls)
  return calls.flatMap((call) => [
    ...variablesGiven(call).flatMap(({ name, value, word }) => {
      const other = /^\$\{(\w+)\}$/.exec(value)?.[1]
      if (!other || other === name || !parameters.has(name) || !parameters.has(other)) return []
      return [finding('NAME_VALUE_CROSSED', placeOfWord(call, word), { name, found: `$${other}` })]
    }),
    ...secretsGiven(call).flatMap(({ name, value, word }) => {
      const feeders = stored.filter(({ secret }) => secret === value.split(':')[0])
      const [first] = feeders
      if (!first || !parameters.has(name) || feeders.some(({ feeder }) => readsOf(feeder).includes(name))) return []
      const found = readsOf(first.feeder).map((read) => `$${read}`)[0] ?? first.feeder.words.at(-1)?.word.text ?? ''
      const line = placeOfCall(first.feeder).start.line
      return [finding('NAME_VALUE_CROSSED', placeOfWord(call, word), { name, found, line })]
    }),
  ])
}

/** What is written into a secret is not the value alone: a newline after it, or a value read as a format. */
export const secretAltered: Rule = ({ calls }) =>
  storedSecrets(calls).flatMap(({ feeder }): Finding[] => {
    const reason = alteration(feeder)
    if (!reason) return []
    const data = { command: feeder.name, reasonEs: reason.es, reasonEn: reason.en }
    return [finding('HAZARD_SECRET_ALTERED', placeOfCall(feeder), data)]
  })

function alteration({ name, words }: Call): Localized | undefined {
  const [first] = words
  const newline = { es: 'añade un salto de línea', en: 'it adds a newline' }
  if (name === 'echo') return /^-[eE]*n/.test(first?.text ?? '') ? undefined : newline
  const format = first?.text === '--' ? words[1] : first
  if (format && format.word.reads.length > 0)
    return { es: 'toma el valor como formato', en: 'it takes the value as a format' }
  return /\\n$|\n$/.test(format?.text ?? '') ? newline : undefined
}

interface Stored {
  secret: string
  feeder: Call
}

/** `printf … | gcloud secrets create NAME --data-file=-`. */
function storedSecrets(calls: readonly Call[]): Stored[] {
  return calls.flatMap((call, index) => {
    const feeder = calls[index - 1]
    const reads = isCommand(call, 'gcloud', 'secrets create', 'secrets versions add')
    if (!reads || flagValue(call, '--data-file')?.text !== '-' || feeder?.block !== call.block) return []
    const secret = positionals(call)[0]?.text
    return secret && feeder.command.piped && /^(printf|echo)$/.test(feeder.name) ? [{ secret, feeder }] : []
  })
}

const readsOf = ({ words }: Call): string[] => words.flatMap(({ word }) => [...word.reads])
