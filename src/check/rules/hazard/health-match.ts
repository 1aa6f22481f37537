import { type Call, placeOfWord } from '#check/page/call.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Search } from '#tools/facts/programs.ts'

export const hazardHealthMatch = defineFinding({
  code: 'HAZARD_HEALTH_MATCH',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El patrón «healthy» también acierta con «unhealthy».',
    hint: 'Escribe grep -w healthy, o compara el estado entero.',
    why: '«unhealthy» contiene «healthy»: la espera termina bien justo cuando el contenedor está mal.',
  },
  en: {
    message: 'The pattern `healthy` matches `unhealthy` too.',
    hint: 'Write grep -w healthy, or compare the whole status.',
    why: '`unhealthy` contains `healthy`: the wait succeeds just when the container is sick.',
  },
  wrong: ['```bash step=check-health effect=read', 'docker ps | grep -q healthy', '```'],
  right: ['```bash step=check-health effect=read', 'docker ps | grep -qw healthy', '```'],
})

export function healthy(call: Call, { exact }: Search): Finding[] {
  const pattern = call.words.find(({ text }) => text === 'healthy')
  return pattern && !exact ? [hazardHealthMatch.at(placeOfWord(call, pattern.word))] : []
}
