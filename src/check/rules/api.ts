import { finding } from '#finding/finding.ts'
import { type Call, commandOf, isCommand, placeOfCall, positionals } from '../page/call.ts'
import type { Rule } from '../rule.ts'

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
export const api: Rule = ({ calls }) => {
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
      finding('NAME_API_NOT_ENABLED', placeOfCall(call), {
        command: commandOf(call),
        api: needed,
      }),
    ]
  })
}

const enabledBy = (call: Call) =>
  isCommand(call, 'gcloud', 'services enable') ? positionals(call).flatMap(({ text }) => text ?? []) : []
