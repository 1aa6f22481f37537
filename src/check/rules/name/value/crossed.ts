import { ask, type Call, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { secretsGiven, variablesGiven } from '#check/page/variables-given.ts'
import { pageRule } from '#check/rule.ts'
import { storedSecrets } from '#check/rules/hazard/secret/stored.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameValueCrossed = defineFinding({
  code: 'NAME_VALUE_CROSSED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La variable {name} recibe otro valor: {found}[?, según la línea {line}].',
    hint: 'Dale el valor de su parámetro, "${name}".',
    why: 'Una variable con el nombre de un parámetro y el valor de otro arranca bien y falla después, donde ya no se ve por qué.',
  },
  en: {
    message: 'The variable {name} is given another value: {found}[?, by line {line}].',
    hint: 'Give it the value of its parameter, "${name}".',
    why: 'A variable with the name of one parameter and the value of another starts well and fails later, where the reason no longer shows.',
  },
  wrong: [
    '```bash step=start effect=create',
    'docker run --detach --name=api --env=DB_NAME="$DB_USER" --env=DB_USER="$DB_USER" app:1.0.0',
    'echo "$DB_NAME"',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=api --env=DB_NAME="$DB_NAME" --env=DB_USER="$DB_USER" app:1.0.0',
    '```',
  ],
})

/** A variable named as a parameter that is given the value of another, and a build told another version than its image's. */
export const crossed = pageRule([nameValueCrossed], ({ page, calls }) => {
  if (!isRunbook(page)) return []
  const parameters = new Set(Object.keys(page.header.parameters))
  const stored = storedSecrets(calls)
  return calls.flatMap((call) => [
    ...variablesGiven(call).flatMap(({ name, value, word }) => {
      const other = /^\$\{(\w+)\}$/.exec(value)?.[1]
      if (!other || other === name || !parameters.has(name) || !parameters.has(other)) return []
      return [nameValueCrossed.at(placeOfWord(call, word), { name, found: `$${other}` })]
    }),
    ...secretsGiven(call).flatMap(({ name, value, word }) => {
      const feeders = stored.filter(({ secret }) => secret === value.split(':')[0])
      const [first] = feeders
      if (!first || !parameters.has(name) || feeders.some(({ feeder }) => readsOf(feeder).includes(name))) return []
      const found = readsOf(first.feeder).map((read) => `$${read}`)[0] ?? first.feeder.words.at(-1)?.word.text ?? ''
      const line = placeOfCall(first.feeder).start.line
      return [nameValueCrossed.at(placeOfWord(call, word), { name, found, line })]
    }),
    ...versionsBuilt(call, page),
  ])
})

/** Build arguments that are a version, where the image is tagged with another: a page with two versions is easily wrong there. */
function versionsBuilt(call: Call, { header: { parameters } }: Runbook): Finding[] {
  const build = ask(call, 'imageBuild')
  const isVersion = (name: string) => Object.hasOwn(parameters, name) && parameters[name]?.type === 'image-tag'
  const tags = build?.tags.flatMap(({ text }) => /:\$\{(\w+)\}$/.exec(text ?? '')?.[1] ?? []).filter(isVersion) ?? []
  if (!build || tags.length === 0) return []
  return build.arguments.flatMap(({ word, text }) => {
    const [, name = '', value = ''] = /^(\w+)=\$\{(\w+)\}$/.exec(text ?? '') ?? []
    if (!isVersion(value) || isVersion(name) || tags.includes(value)) return []
    return [nameValueCrossed.at(placeOfWord(call, word), { name, found: `$${value}` })]
  })
}

const readsOf = ({ words }: Call): string[] => words.flatMap(({ word }) => [...word.reads])
