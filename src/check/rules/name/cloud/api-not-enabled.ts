import { ask, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

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

/** Commands whose API no step before enables, on pages that enable any. Each API once. */
export const api = pageRule([nameApiNotEnabled], ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const enabled = steps.flatMap((call) => ask(call, 'enables') ?? [])
  if (enabled.length === 0 || enabled.some(({ word }) => word.value === undefined)) return []
  const known = new Set<string>()
  return steps.flatMap((call): Finding[] => {
    for (const { text } of ask(call, 'enables') ?? []) if (text !== undefined) known.add(text)
    const needed = ask(call, 'api')
    if (needed === undefined || known.has(needed)) return []
    known.add(needed)
    return [nameApiNotEnabled.at(placeOfCall(call), { command: commandOf(call), api: needed })]
  })
})
