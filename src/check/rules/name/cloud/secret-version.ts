import { ask, type Call, isHere, placeOfWord } from '#check/page/call.ts'
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
      return (ask(call, 'secretVersions') ?? []).flatMap(({ secret, version, word }): Finding[] => {
        const known = versions.get(secret)
        if (known === undefined || Number(version) <= known) return []
        const data = { kindEs: 'la versión', kindEn: 'version', name: `${secret}:${version}` }
        return [nameUnknown.at(placeOfWord(call, word.word), data)]
      })
    })
})

/** Each call adds one version, but for those that may run any number of times: from there on nothing is known. */
function count(call: Call, versions: Map<string, number>): void {
  const { secret, creates, hasData } = ask(call, 'stores') ?? {}
  const name = secret?.text
  if (name === undefined) return
  if (call.command.inFunction || call.command.tested) versions.delete(name)
  else if (creates) versions.set(name, hasData ? 1 : 0)
  else if (versions.has(name)) versions.set(name, (versions.get(name) ?? 0) + 1)
}
