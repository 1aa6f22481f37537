import type { BashRedirect } from '#document/bash-model.ts'
import { placeIn } from '#document/model.ts'
import { type Finding, finding, mendable } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { type Call, placeOfCall, placeOfWord } from '../call.ts'
import { KNOWN_COMMANDS } from '../known-commands.ts'
import { composeTwo } from '../mend/compose-two.ts'
import type { Rule } from '../rule.ts'
import { isWindowsPath } from './backslash.ts'

/** Blocks bash itself cannot read, and texts they hand to another shell. One finding each: the first error causes the others. */
export const syntax: Rule = ({ page, blocks, nestedErrors }) => {
  const own = blocks.flatMap((block) => block.script.errors.slice(0, 1).map((error) => ({ ...error, block })))
  return [...own, ...nestedErrors].map(({ block, start, end, message }) =>
    finding('COMMAND_SYNTAX', placeIn(page, block, start, end), { reason: message }),
  )
}

/** Text that bash would take for a command. */
export const prose: Rule = ({ calls, blocks }) => {
  const functions = new Set(blocks.flatMap(({ script }) => script.functions))
  // What programs a container has, only its image can tell.
  const known = calls.filter(({ where }) => where.at(-1)?.kind !== 'container')
  return known.flatMap((call) => {
    const { name, nameWord, words } = call
    const gloss = words[0]?.text?.endsWith(':') && !words[0].word.quoted && KNOWN_COMMANDS.has(name) && name !== 'echo'
    if (nameWord.value === undefined || (isCommandName(name, functions) && !gloss)) return []
    if (isWindowsPath(nameWord.text)) return []
    const suggestion = gloss ? undefined : suggest(name, KNOWN_COMMANDS)
    return [
      finding('COMMAND_PROSE', placeOfCall(call), { word: gloss ? `${name} ${words[0]?.text}` : name, suggestion }),
    ]
  })
}

const isCommandName = (name: string, functions: ReadonlySet<string>) =>
  KNOWN_COMMANDS.has(name) || functions.has(name) || /^[\w.~-]*\/[\w./-]*[\w]$/.test(name)

const BRACKETS = /\[[A-Z][A-Z0-9_:]+\]|\[[a-z]+(?:-[a-z]+)+\]/

/** `[LIKE_THIS]` and `<like-this>`, which bash reads as a glob and as two redirections. */
export const placeholder: Rule = ({ calls }) =>
  calls.flatMap((call) => [...bracketFindings(call), ...angleFindings(call)])

function bracketFindings(call: Call): Finding[] {
  return call.words.flatMap(({ word }) => {
    const found = BRACKETS.exec(word.text)
    if (!found || (word.text.includes('${') && word.text.includes(`{${found[0]}`))) return []
    if (/^\[:/.test(found[0]) || (word.quoted && !/[A-Z_]{3,}/.test(found[0]))) return []
    const start = word.start + found.index
    return [placeholderFinding(call, { found: found[0], start, reads: GLOB })]
  })
}

/** `<host> …` parses as `<host` and `>next`. */
function angleFindings(call: Call): Finding[] {
  const { redirects } = call.command
  return redirects.flatMap((redirect, index) => {
    const next = redirects[index + 1]
    if (!isOpening(redirect) || next?.start !== redirect.end || !next.operator.startsWith('>')) return []
    return [
      placeholderFinding(call, {
        found: `<${redirect.target?.text ?? ''}>`,
        start: redirect.start,
        reads: REDIRECTION,
      }),
    ]
  })
}

const isOpening = ({ operator, target, start }: BashRedirect) =>
  operator === '<' && target !== undefined && target.start === start + 1 && /^[A-Za-z][\w-]*$/.test(target.text)

const GLOB = { es: 'un patrón de nombres de archivo', en: 'a pattern of file names' }
const REDIRECTION = {
  es: 'dos redirecciones, que pueden vaciar archivos',
  en: 'two redirections, which can empty files',
}

function placeholderFinding(
  call: Call,
  { found, start, reads }: { found: string; start: number; reads: typeof GLOB },
): Finding {
  const name = found.replace(/\W+/g, '_').replace(/^_|_$/g, '').toUpperCase()
  const place = placeOfWord(call, { start, end: start + found.length })
  return finding('COMMAND_PLACEHOLDER', place, { found, name, readsEs: reads.es, readsEn: reads.en })
}

/** `docker-compose`, which nothing installs any more. */
export const composeV1: Rule = ({ calls }) =>
  calls
    .filter(({ name }) => name === 'docker-compose')
    .map((call) => mendable('COMMAND_COMPOSE_ONE', placeOfCall(call), {}, composeTwo(call)))
