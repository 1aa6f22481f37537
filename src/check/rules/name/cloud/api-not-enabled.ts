import { type Call, commandOf, isCommand, placeOfCall, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const nameApiNotEnabled = defineFinding({
  code: 'NAME_API_NOT_ENABLED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '«{command}» necesita la API {api}, y ningún paso anterior la habilita.',
    hint: 'Añade {api} a gcloud services enable.',
    why: 'En un proyecto nuevo las API están apagadas: el primer comando de cada una falla si nadie la habilita antes.',
  },
  en: {
    message: '`{command}` needs the API {api}, and no step before enables it.',
    hint: 'Add {api} to gcloud services enable.',
    why: 'In a new project the APIs are off: the first command of each fails unless something enables it before.',
  },
  wrong: [
    '```bash step=enable-apis',
    'gcloud services enable run.googleapis.com',
    '```',
    '',
    '```bash step=list-secrets effect=read',
    'gcloud secrets list',
    '```',
  ],
  right: [
    '```bash step=enable-apis',
    'gcloud services enable run.googleapis.com secretmanager.googleapis.com',
    '```',
    '',
    '```bash step=list-secrets effect=read',
    'gcloud secrets list',
    '```',
  ],
})

/** The API behind each group of gcloud commands. */
const APIS: Readonly<Record<string, string>> = {
  run: 'run.googleapis.com',
  artifacts: 'artifactregistry.googleapis.com',
  secrets: 'secretmanager.googleapis.com',
  builds: 'cloudbuild.googleapis.com',
  sql: 'sqladmin.googleapis.com',
  eventarc: 'eventarc.googleapis.com',
  pubsub: 'pubsub.googleapis.com',
}

/** Commands whose API no step before enables, on pages that enable any. Each API once. */
export const api = pageRule([nameApiNotEnabled], ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const enables = steps.filter((call) => isCommand(call, 'gcloud', 'services enable'))
  if (enables.length === 0 || enables.some((call) => positionals(call).some(({ word }) => word.value === undefined)))
    return []
  const known = new Set<string>()
  return steps.flatMap((call) => {
    for (const name of enabledBy(call)) known.add(name)
    const [group = ''] = call.name === 'gcloud' ? (call.match?.path ?? []) : []
    const needed = APIS[group]
    if (!needed || known.has(needed)) return []
    known.add(needed)
    return [
      nameApiNotEnabled.at(placeOfCall(call), {
        command: commandOf(call),
        api: needed,
      }),
    ]
  })
})

const enabledBy = (call: Call) =>
  isCommand(call, 'gcloud', 'services enable') ? positionals(call).flatMap(({ text }) => text ?? []) : []
