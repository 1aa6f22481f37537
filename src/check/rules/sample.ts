import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Values to replace by hand that are neither brackets nor variables: `CONTAINER_NAME`, `user@your-server`. One a block. */
export const sample: Rule = ({ calls }) => {
  const found = calls.flatMap(samplesOf)
  return [...Map.groupBy(found, ({ place }) => place.start.line).values()].map((same) => same[0] as Finding)
}

const PROGRAMS = new Set(['docker', 'gcloud', 'ssh', 'scp', 'rsync', 'git', 'curl', 'kubectl', 'psql', 'wget'])
const UPPER = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(:[A-Z][A-Z0-9_]*)?$|^[A-Z]{3,}:[A-Z]{3,}$/
const WORDED = /(^|[/@:._-])(your|tu|nombre-de|change-me|changeme|replace-me|placeholder)([/@:._-]|$)/i
const MACHINE = /^(user|usuario|root)@(server|servidor|host|ip)\b/

function samplesOf(call: Call): Finding[] {
  if (!PROGRAMS.has(call.name)) return []
  // `KEY=… docker build --build-arg KEY` names the variable it gives.
  const given = new Set(call.command.assignments.map(({ name }) => name))
  return call.words.flatMap(({ word }) => {
    const text = word.value
    if (text === undefined || given.has(text) || !(UPPER.test(text) || WORDED.test(text) || MACHINE.test(text)))
      return []
    return [finding('COMMAND_SAMPLE', placeOfWord(call, word), { found: text })]
  })
}
