import { type Call, type CallWord, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

export const hazardBypass = defineFinding({
  code: 'HAZARD_BYPASS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» se salta una protección: {reasonEs}.',
    hint: 'Quítalo y corrige la causa.',
    why: 'La protección que estorba hoy es la que habría evitado el incidente de mañana. Se arregla la causa, no se apaga el aviso.',
  },
  en: {
    message: '`{found}` bypasses a protection: {reasonEn}.',
    hint: 'Remove it and fix the cause.',
    why: 'The protection in the way today is the one that would have prevented the incident of tomorrow. Fix the cause; do not silence the warning.',
  },
  wrong: ['```bash step=commit effect=create', 'git commit --no-verify -m "Cambia la región"', '```'],
  right: ['```bash step=commit effect=create', 'git commit -m "Cambia la región"', '```'],
})

/** Protections switched off. */
export const bypass = pageRule([hazardBypass], ({ calls }) => {
  const found = calls.flatMap((call) => BYPASSES.flatMap((rule) => bypassed(call, rule)))
  return [...found, ...pipedIntoShell(calls)]
})

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
  return [hazardBypass.at(place, { found: `${call.name} ${hit.text}`, reasonEs: reason.es, reasonEn: reason.en })]
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
    return [hazardBypass.at(placeOfCall(call), { found: `${call.name} | ${next.name}`, ...reason })]
  })
}
