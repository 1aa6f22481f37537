import { type Finding, finding } from '#finding/finding.ts'
import { type Call, hasFlag, isHere, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Deletions of whatever matches, and not of what a page made. */
export const broadDelete: Rule = ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    const command = broadOf(call)
    return command ? [finding('HAZARD_BROAD_DELETE', placeOfCall(call), { command })] : []
  })

function broadOf(call: Call): string | undefined {
  const { name, match, words } = call
  const texts = words.map(({ text }) => text ?? '')
  const path = match?.subcommand ?? ''
  if (name === 'docker' && prunesAll(call, path)) return `docker ${path}`
  if (
    name === 'docker' &&
    /^(rm|rmi|(container|image|volume) rm)$/.test(path) &&
    words.some(({ word }) => isList(word.text))
  )
    return `docker ${path} $(…)`
  if (name === 'pkill' || name === 'killall') return name
  if (name === 'xargs' && texts.some((text) => /^(rm|rmi|kill|delete|prune)$/.test(text)))
    return `xargs ${operands(texts)}`
  if (name === 'rm' && words.some(({ word }) => word.open && word.text.includes('*'))) return 'rm *'
  return name === 'git' && (texts[0] === 'clean' || (texts[0] === 'reset' && texts.includes('--hard')))
    ? `git ${texts[0]}`
    : undefined
}

/** Without `--all`, images and containers that something uses stay. */
const prunesAll = (call: Call, path: string) =>
  /^(system|volume) prune$/.test(path) ||
  // On a server, all that is stopped may be the page's to remove; on a person's machine it is not.
  (path === 'container prune' && isHere(call) && !hasFlag(call, '--filter')) ||
  (/prune$/.test(path) && hasFlag(call, '--all', '-a') && !hasFlag(call, '--filter'))

const isList = (text: string) => /^"?\$\(\s*docker\b/.test(text)
const operands = (texts: readonly string[]) => texts.filter((text) => !text.startsWith('-')).join(' ')
