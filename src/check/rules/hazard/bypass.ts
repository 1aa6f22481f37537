import { ask, type Call, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import type { Bypass } from '#tools/facts/terminal.ts'

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
export const bypass = pageRule([hazardBypass], ({ calls }) => [...calls.flatMap(bypassed), ...pipedIntoShell(calls)])

/** What checks or keeps safe what a command switches off. */
const PROTECTIONS: Readonly<Record<Bypass['protection'], Localized>> = {
  'commit checks': { es: 'las comprobaciones previas al commit', en: 'the checks before a commit' },
  TLS: { es: 'la verificación de TLS', en: 'the verification of TLS' },
  'file permissions': { es: 'los permisos de los archivos', en: 'the permissions of files' },
  'host identity': { es: 'la identidad de la máquina remota', en: 'the identity of the remote machine' },
}

const bypassed = (call: Call): Finding[] =>
  (ask(call, 'bypasses') ?? []).map(({ protection, word }) => {
    const { es, en } = PROTECTIONS[protection]
    const data = { found: `${call.name} ${word.text}`, reasonEs: es, reasonEn: en }
    return hazardBypass.at(placeOfWord(call, word.word), data)
  })

/** `curl … | sh`: what runs is what the server says today. */
function pipedIntoShell(calls: readonly Call[]): Finding[] {
  return calls.flatMap((call, index) => {
    const next = calls[index + 1]
    const fetches = ask(call, 'request') && call.command.piped
    if (!fetches || next?.block !== call.block || !next.traits.shell) return []
    const reason = {
      reasonEs: 'ejecuta sin mirar lo que diga un servidor',
      reasonEn: 'it runs unseen whatever a server says',
    }
    return [hazardBypass.at(placeOfCall(call), { found: `${call.name} | ${next.name}`, ...reason })]
  })
}
