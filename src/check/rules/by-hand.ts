import { isRunbook, type Runbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Blocks that give the parameters values for who pastes the steps: they give all of them, and hide the secrets. */
export const byHand: Rule = ({ page, calls }) => {
  if (!isRunbook(page)) return []
  const shown = calls.filter(({ block }) => block.kind === 'checked')
  const exports = shown.filter(({ name }) => name === 'export')
  const given = new Set(exports.flatMap(namesOf).filter((name) => Object.hasOwn(page.header.parameters, name)))
  const missing = Object.keys(page.header.parameters).filter((name) => !given.has(name))
  const [first] = exports
  // One alone is an example of something else.
  const unset = first && given.size > 1 && missing.length > 0
  return [
    ...(unset ? [finding('PARAMETER_NOT_EXPORTED', placeOfCall(first), { name: missing.join(', ') })] : []),
    ...shown.flatMap((call) => shownWhileTyped(page, call)),
  ]
}

const namesOf = ({ words, command }: Call): string[] => [
  ...words.map(({ text, word }) => (text ?? word.text).split('=')[0] as string),
  ...command.assignments.map(({ name }) => name),
]

function shownWhileTyped(page: Runbook, call: Call): Finding[] {
  if (call.name !== 'read' || call.words.some(({ text }) => /^-[a-zA-Z]*s/.test(text ?? ''))) return []
  const secret = call.words.find(({ text }) => page.header.parameters[text ?? '']?.type === 'secret')?.text
  if (!secret) return []
  const data = { command: 'read', nameEs: `, ${secret}`, nameEn: `, ${secret}` }
  return [finding('HAZARD_SECRET_PRINTED', placeOfCall(call), data)]
}
