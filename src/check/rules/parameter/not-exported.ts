import { type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { hazardSecretPrinted } from '../hazard/secret/printed.ts'

export const parameterNotExported = defineFinding({
  code: 'PARAMETER_NOT_EXPORTED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El bloque para dar valor a los parámetros a mano no exporta {name}.',
    hint: 'Añade export {name}=…, o read -rs para un secreto.',
    why: 'Quien pega los pasos a mano da valor a los parámetros con ese bloque. El que falta queda vacío en el primer paso que lo use.',
  },
  en: {
    message: 'The block that gives the parameters values by hand does not export {name}.',
    hint: 'Add export {name}=…, or read -rs for a secret.',
    why: 'Whoever pastes the steps gives the parameters their values with that block. The missing one is empty in the first step that uses it.',
  },
  wrong: [
    '```bash checked="solo para pegar a mano"',
    'export GCP_PROJECT_ID=my-project REGION=europe-west1',
    '```',
    '',
    '```bash step=see effect=read',
    'echo "$GCP_PROJECT_ID $REGION $IMAGE_TAG"',
    '```',
  ],
  right: [
    '```bash checked="solo para pegar a mano"',
    'export GCP_PROJECT_ID=my-project REGION=europe-west1 IMAGE_TAG=1.0.0',
    '```',
    '',
    '```bash step=see effect=read',
    'echo "$GCP_PROJECT_ID $REGION $IMAGE_TAG"',
    '```',
  ],
})

/** Blocks that give the parameters values for who pastes the steps: they give all of them, and hide the secrets. */
export const byHand = pageRule([parameterNotExported, hazardSecretPrinted], ({ page, calls }) => {
  if (!isRunbook(page)) return []
  const shown = calls.filter(({ block }) => block.kind === 'checked')
  const exports = shown.filter(({ name }) => name === 'export')
  const given = new Set(exports.flatMap(namesOf).filter((name) => Object.hasOwn(page.header.parameters, name)))
  const missing = Object.keys(page.header.parameters).filter((name) => !given.has(name))
  const [first] = exports
  // One alone is an example of something else.
  const unset = first && given.size > 1 && missing.length > 0
  return [
    ...(unset ? [parameterNotExported.at(placeOfCall(first), { name: missing.join(', ') })] : []),
    ...shown.flatMap((call) => shownWhileTyped(page, call)),
  ]
})

const namesOf = ({ words, command }: Call): string[] => [
  ...words.map(({ text, word }) => (text ?? word.text).split('=')[0] as string),
  ...command.assignments.map(({ name }) => name),
]

function shownWhileTyped(page: Runbook, call: Call): Finding[] {
  if (call.name !== 'read' || call.words.some(({ text }) => /^-[a-zA-Z]*s/.test(text ?? ''))) return []
  const secret = call.words.find(({ text }) => page.header.parameters[text ?? '']?.type === 'secret')?.text
  if (!secret) return []
  const data = { command: 'read', nameEs: `, ${secret}`, nameEn: `, ${secret}` }
  return [hazardSecretPrinted.at(placeOfCall(call), data)]
}
