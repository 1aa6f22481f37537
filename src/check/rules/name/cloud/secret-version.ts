import { type Call, flagValue, flagValues, isCommand, isHere, placeOfWord, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { nameUnknown } from '../made/unknown.ts'

/** Versions of secrets that no step before adds. */
export const secretVersion = pageRule([nameUnknown], ({ page, calls }) => {
  if (isPlain(page)) return []
  const versions = new Map<string, number>()
  return calls
    .filter((call) => call.block.kind === 'step' && isHere(call))
    .flatMap((call) => {
      count(call, versions)
      return versionsUsed(call).flatMap(({ secret, version, word }): Finding[] => {
        const known = versions.get(secret)
        if (known === undefined || Number(version) <= known) return []
        const data = { kindEs: 'la versión', kindEn: 'version', name: `${secret}:${version}` }
        return [nameUnknown.at(placeOfWord(call, word), data)]
      })
    })
})

/** Each call adds one version, but for those that may run any number of times: from there on nothing is known. */
function count(call: Call, versions: Map<string, number>): void {
  const secret = positionals(call)[0]?.text
  if (secret === undefined) return
  const adds = isCommand(call, 'gcloud', 'secrets versions add')
  const creates = isCommand(call, 'gcloud', 'secrets create')
  if (!adds && !creates) return
  if (call.command.inFunction || call.command.tested) versions.delete(secret)
  else if (creates) versions.set(secret, flagValue(call, '--data-file') ? 1 : 0)
  else if (versions.has(secret)) versions.set(secret, (versions.get(secret) ?? 0) + 1)
}

function versionsUsed(call: Call) {
  if (isCommand(call, 'gcloud', 'secrets versions access', 'secrets versions describe', 'secrets versions disable')) {
    const [version] = positionals(call)
    const secret = flagValue(call, '--secret')?.text
    return version?.text && secret && /^\d+$/.test(version.text)
      ? [{ secret, version: version.text, word: version.word }]
      : []
  }
  if (!isCommand(call, 'gcloud', 'run deploy', 'run services update')) return []
  return flagValues(call, '--set-secrets', '--update-secrets').flatMap(({ word, text }) =>
    [...(text ?? '').matchAll(/=([^:,=]+):(\d+)(?=,|$)/g)].map(([, secret = '', version = '']) => ({
      secret,
      version,
      word,
    })),
  )
}
