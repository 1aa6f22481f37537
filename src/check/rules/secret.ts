import { isRunbook, type Page } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { type Call, commandOf, isCommand, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Secrets shown on the terminal. */
export const secretPrinted: Rule = ({ page, calls }) => {
  const secrets = secretsOf(page)
  return calls.filter(isShown).flatMap((call) => printed(call, secrets))
}

/** Secrets among the arguments of a program, where any process of the machine can read them. */
export const secretArgument: Rule = ({ page, calls }) => {
  const secrets = secretsOf(page)
  return calls
    .filter(({ name }) => !BUILTINS.has(name))
    .flatMap((call) => {
      const word = call.words.find(({ word: candidate }) => candidate.reads.some((name) => secrets.has(name)))?.word
      const name = word?.reads.find((read) => secrets.has(read))
      if (!word || !name) return []
      return [finding('HAZARD_SECRET_ARGUMENT', placeOfWord(call, word), { name, command: call.name })]
    })
}

/** They run inside the shell: no process shows their words. */
const BUILTINS = new Set([
  'printf',
  'echo',
  'export',
  'test',
  '[',
  '[[',
  ':',
  'local',
  'declare',
  'readonly',
  'read',
  'unset',
])

function secretsOf(page: Page): Set<string> {
  if (!isRunbook(page)) return new Set()
  const parameters = Object.entries(page.header.parameters)
  return new Set(parameters.filter(([, { type }]) => type === 'secret').map(([name]) => name))
}

/** Its output reaches the terminal: not a pipe, not a substitution, not a file. */
function isShown({ command, outer }: Call): boolean {
  const away = command.redirects.some(
    ({ operator, descriptor, target }) =>
      /^(&>|&>>|>|>>|>\|)$/.test(operator) && (descriptor ?? 1) === 1 && target !== undefined,
  )
  return !command.substituted && !command.piped && !away && (outer === undefined || isShown(outer))
}

function printed(call: Call, secrets: ReadonlySet<string>): Finding[] {
  const { name, words } = call
  const report = (command: string, secret?: string) => [
    finding('HAZARD_SECRET_PRINTED', placeOfCall(call), {
      command,
      nameEs: secret ? `, ${secret}` : '',
      nameEn: secret ? `, ${secret}` : '',
    }),
  ]
  if (isCommand(call, 'gcloud', 'secrets versions access')) return printsAccess(call) ? report(commandOf(call)) : []
  if (name === 'echo' || name === 'printf') {
    const secret = words.flatMap(({ word }) => word.reads).find((read) => secrets.has(read))
    return secret && !(name === 'printf' && words[0]?.text === '-v') ? report(name, secret) : []
  }
  if (name === 'printenv') {
    const secret = words.map(({ text }) => text ?? '').find((text) => secrets.has(text))
    return secret || (words.length === 0 && secrets.size > 0) ? report(name, secret) : []
  }
  if (name === 'env' && words.length === 0 && secrets.size > 0) return report(name)
  return READERS.has(name) && words.some(({ text }) => isEnvFile(text)) && !isQuiet(call) ? report(name) : []
}

const READERS = new Set(['cat', 'grep', 'egrep', 'head', 'tail', 'less', 'more', 'sed', 'awk', 'bat'])

/** `.env`, `.env.production`, `mi.env`; not `.env.example`. */
const isEnvFile = (text: string | undefined) =>
  /(^|\/)[\w-]*\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')

/** `grep -q`, `grep -c`, `grep -l` and `sed -i` do not show lines. */
const isQuiet = ({ name, words }: Call) =>
  words.some(({ text }) =>
    (name === 'sed' ? /^(-i|--in-place)/ : /^(-[a-zA-Z]*[qcl]|--quiet|--count|--files-with-matches)/).test(text ?? ''),
  )

const printsAccess = (call: Call) => !call.words.some(({ text }) => /^--(out-file|help)/.test(text ?? ''))
