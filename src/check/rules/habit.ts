import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Call, type CallWord, hasFlag, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** curl that takes an HTTP error for a success. */
export const curlErrors: Rule = ({ calls }) =>
  calls
    .filter((call) => call.name === 'curl' && call.block.kind === 'step' && ignoresErrors(call))
    .map((call) => finding('HAZARD_CURL_IGNORES_ERRORS', placeOfCall(call)))

function ignoresErrors({ words, command }: Call): boolean {
  const asks = words.some(({ text, word }) =>
    /^(-[a-zA-Z]*[fwI]|--fail|--fail-with-body|--write-out|--head(?!er)|--version|--help)/.test(text ?? word.text),
  )
  return words.length > 0 && !asks && !(command.tested && command.piped)
}

/** curl that waits as long as the server lets it: a step ends at its timeout, who typed the command waits on. */
export const curlLimit: Rule = ({ calls }) =>
  calls
    .filter((call) => call.name === 'curl' && call.block.kind === 'step' && !call.timed && asksUnlimited(call))
    .map((call) => finding('HAZARD_CURL_NO_LIMIT', placeOfCall(call)))

const asksUnlimited = (call: Call): boolean =>
  call.match !== undefined && !call.match.informative && !hasFlag(call, '--max-time', '--speed-limit')

/** Protections switched off. */
export const bypass: Rule = ({ calls }) => {
  const found = calls.flatMap((call) => BYPASSES.flatMap((rule) => bypassed(call, rule)))
  return [...found, ...pipedIntoShell(calls)]
}

interface Bypass {
  of: readonly string[]
  word: RegExp
  reason: Localized
}

const BYPASSES: readonly Bypass[] = [
  {
    of: ['git'],
    word: /^--no-verify$/,
    reason: { es: 'las comprobaciones previas al commit', en: 'the checks before a commit' },
  },
  {
    of: ['curl'],
    word: /^(--insecure|-[a-zA-Z]*k[a-zA-Z]*)$/,
    reason: { es: 'la verificación de TLS', en: 'the verification of TLS' },
  },
  {
    of: ['wget'],
    word: /^--no-check-certificate$/,
    reason: { es: 'la verificación de TLS', en: 'the verification of TLS' },
  },
  {
    of: ['chmod'],
    word: /^(0?777|a\+rwx|-R777)$/,
    reason: { es: 'los permisos de los archivos', en: 'the permissions of files' },
  },
  {
    of: ['ssh', 'scp', 'rsync'],
    word: /StrictHostKeyChecking=no/,
    reason: { es: 'la identidad de la máquina remota', en: 'the identity of the remote machine' },
  },
]

function bypassed(call: Call, { of, word, reason }: Bypass): Finding[] {
  const hit: CallWord | undefined = of.includes(call.name)
    ? call.words.find(({ text }) => word.test(text ?? ''))
    : undefined
  if (!hit) return []
  const place = placeOfWord(call, hit.word)
  return [
    finding('HAZARD_BYPASS', place, { found: `${call.name} ${hit.text}`, reasonEs: reason.es, reasonEn: reason.en }),
  ]
}

/** `curl … | sh`: what runs is what the server says today. */
function pipedIntoShell(calls: readonly Call[]): Finding[] {
  return calls.flatMap((call, index) => {
    const next = calls[index + 1]
    const fetches = (call.name === 'curl' || call.name === 'wget') && call.command.piped
    if (!fetches || !next || next.block !== call.block || !/^(ba|z|da)?sh$/.test(next.name)) return []
    const reason = {
      reasonEs: 'ejecuta sin mirar lo que diga un servidor',
      reasonEn: 'it runs unseen whatever a server says',
    }
    return [finding('HAZARD_BYPASS', placeOfCall(call), { found: `${call.name} | ${next.name}`, ...reason })]
  })
}

/** Steps that change or end the one shell they share. */
export const shellState: Rule = ({ calls }) =>
  calls
    .filter(
      ({ block, command, outer }) =>
        block.kind === 'step' && !command.inFunction && !command.substituted && (!outer || outer.name === 'eval'),
    )
    .flatMap(changesShell)

function changesShell(call: Call): Finding[] {
  const { name, words, command, block } = call
  const wrapped = insideSubshell(block.text, command.start)
  const ends = (command.name?.value === 'exec' && command.args.length > 0) || name === 'exit'
  const traps = name === 'trap' && words.some(({ text }) => text === 'EXIT')
  const sets = name === 'set' && words.some(({ text }) => /^[-+][a-z]*[eu]/.test(text ?? '') || text === 'pipefail')
  if (wrapped || !(ends || traps || sets)) return []
  const found = [command.name?.text, ...command.args.map(({ text }) => text)].join(' ').slice(0, 40)
  return [finding('HAZARD_SHELL_STATE', placeOfCall(call), { found })]
}

/** Whether more `(` than `)` stand before an offset: cheap, and wrong only towards silence. */
function insideSubshell(text: string, offset: number): boolean {
  const before = text.slice(0, offset)
  return before.split('(').length > before.split(')').length
}
