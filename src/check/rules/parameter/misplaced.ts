import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook, type Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import { describeParameter } from '#schema/parameter/type.ts'

export const parameterMisplaced = defineFinding({
  code: 'PARAMETER_MISPLACED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Aquí va {expectedEs}, y {name} es otra cosa.',
    hint: 'Quizá querías "${suggestion}".',
    why: 'Los parámetros se parecen, y uno puesto donde va otro solo se nota al ejecutar: el comando busca una máquina o un proyecto que no existe.',
  },
  en: {
    message: 'This takes {expectedEn}, and {name} is something else.',
    hint: 'Did you mean "${suggestion}"?',
    why: 'Parameters look alike, and one in the place of another shows only in a run: the command looks for a machine or a project that is not there.',
  },
  wrong: [
    '```bash step=see effect=read',
    'gcloud projects describe "$REGION"',
    'gcloud run services list --region="$REGION" --project="$GCP_PROJECT_ID"',
    '```',
  ],
  right: [
    '```bash step=see effect=read',
    'gcloud projects describe "$GCP_PROJECT_ID"',
    'gcloud run services list --region="$REGION" --project="$GCP_PROJECT_ID"',
    '```',
  ],
})

interface Spot {
  pattern: RegExp
  type: ParameterType
}

/** Where a value can only be of one kind. `${NAME}` is what a reader supplies. */
const ANYWHERE: readonly Spot[] = [
  { pattern: /@\$\{(\w+)\}\.iam\.gserviceaccount\.com/, type: 'gcp-project-id' },
  { pattern: /-docker\.pkg\.dev\/\$\{(\w+)\}\//, type: 'gcp-project-id' },
  { pattern: /^(?:--[\w-]+=)?(?:https:\/\/)?\$\{(\w+)\}-docker\.pkg\.dev/, type: 'gcp-region' },
]
const OF_MACHINES: readonly Spot[] = [{ pattern: /^[^\s@/]*@\$\{(\w+)\}(?=$|:)/, type: 'hostname' }]
const OF_REQUESTS: readonly Spot[] = [{ pattern: /^https?:\/\/\$\{(\w+)\}(?=$|[:/])/, type: 'hostname' }]
const OF_CLOUD: readonly Spot[] = [
  { pattern: /(?:^|[/=])projects\/\$\{(\w+)\}\//, type: 'gcp-project-id' },
  { pattern: /^--(?:region|location)=\$\{(\w+)\}$/, type: 'gcp-region' },
  { pattern: /^--project=\$\{(\w+)\}$/, type: 'gcp-project-id' },
]

const spotsOf = (call: Call): readonly Spot[] => [
  ...ANYWHERE,
  ...(call.traits.namesMachines ? OF_MACHINES : []),
  ...(ask(call, 'request') ? OF_REQUESTS : []),
  ...(call.traits.cloud ? OF_CLOUD : []),
]

/** A parameter of one kind where only another kind can stand, when the page has one of that kind. */
export const parameterKind = pageRule([parameterMisplaced], ({ page, calls }) =>
  calls.flatMap((call): Finding[] => {
    const spots = spotsOf(call)
    const project = ask(call, 'project')?.word
    return call.words.flatMap(({ word, text }) => {
      const found = spots.flatMap(({ pattern, type }) => misplaced(page, pattern.exec(text ?? '')?.[1], type))
      if (word === project) found.push(...misplaced(page, /^\$\{(\w+)\}$/.exec(text ?? '')?.[1], 'gcp-project-id'))
      found.push(...hostAsUser(page, text))
      return found.map((data) => parameterMisplaced.at(placeOfWord(call, word), data))
    })
  }),
)

interface Misplaced extends Record<string, string> {
  name: string
  expectedEs: string
  expectedEn: string
  suggestion: string
}

function misplaced(page: Page, name: string | undefined, type: ParameterType): Misplaced[] {
  const parameters = isRunbook(page) ? page.header.parameters : {}
  const declared = name === undefined ? undefined : parameters[name]
  if (name === undefined || !declared || declared.type === type || declared.type === 'url') return []
  const meant = Object.entries(parameters).find(([, other]) => other.type === type)?.[0]
  if (meant === undefined) return []
  const { es, en } = describeParameter({ type })
  return [{ name, expectedEs: es, expectedEn: en, suggestion: meant }]
}

/** `ssh "$HOST@$HOST"`. */
function hostAsUser(page: Page, text: string | undefined): Misplaced[] {
  const name = /^\$\{(\w+)\}@/.exec(text ?? '')?.[1]
  const parameters = isRunbook(page) ? page.header.parameters : {}
  const user = Object.keys(parameters).find((other) => /USER/.test(other))
  if (name === undefined || parameters[name]?.type !== 'hostname' || user === undefined) return []
  return [{ name, expectedEs: 'el nombre de un usuario', expectedEn: 'the name of a user', suggestion: user }]
}
