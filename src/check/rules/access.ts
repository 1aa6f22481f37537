import { isPlain } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import {
  type Call,
  commandOf,
  flagValue,
  flagValues,
  isCommand,
  isHere,
  type placeOfCall,
  placeOfWord,
  positionals,
} from '../page/call.ts'
import { mentionsOf } from '../page/resource.ts'
import type { Rule } from '../rule.ts'

/**
 * Secrets of a service that runs as an account the page makes, and that no step before lets that
 * account read. Speaks where the page gives the account any access, so that it is the page's to give.
 */
export const access: Rule = ({ page, calls }) => {
  if (isPlain(page)) return []
  const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
  return steps.flatMap((call, at) => {
    return secrets(call, steps.slice(0, at))
  })
}

function secrets(call: Call, before: readonly Call[]): Finding[] {
  if (!isCommand(call, 'gcloud', 'run deploy', 'run services update')) return []
  const account = mentionsOf(call).find(({ kind }) => kind === 'service-account')?.name
  if (account === undefined || !before.some((other) => makes(other, account))) return []
  if (!before.some((other) => flagValue(other, '--member')?.text?.includes(`:${account}@`))) return []
  const mounted = mentionsOf(call).filter(({ kind, role }) => kind === 'secret' && role === 'uses')
  return mounted
    .filter(({ name }) => !before.some((other) => grants(other, account, name)))
    .map(({ name, word }) =>
      missing(call, placeOfWord(call, word.word), { es: `el secreto ${name}`, en: `the secret ${name}` }),
    )
}

const makes = (call: Call, account: string): boolean =>
  isCommand(call, 'gcloud', 'iam service-accounts create') && positionals(call)[0]?.text === account

/** A binding for the account, on the secret or on the project, whatever the role: roles that read secrets are many. */
function grants(call: Call, account: string, secret: string): boolean {
  const own = isCommand(call, 'gcloud', 'secrets add-iam-policy-binding')
  if (!own && !isCommand(call, 'gcloud', 'projects add-iam-policy-binding')) return false
  const member = flagValue(call, '--member')
  const role = flagValue(call, '--role')?.text
  const [first] = positionals(call)
  if (member?.text === undefined || role === undefined || first?.text === undefined) return true
  const mine = member.text.startsWith(`serviceAccount:${account}@`) || member.text.startsWith('all')
  return mine && (own ? first.text === secret : /secretmanager|owner|editor|\$/.test(role))
}

function missing(call: Call, place: ReturnType<typeof placeOfCall>, target: Localized): Finding {
  return finding('NAME_ACCESS_MISSING', place, { command: commandOf(call), targetEs: target.es, targetEn: target.en })
}

/** Versions of secrets that no step before adds. */
export const secretVersion: Rule = ({ page, calls }) => {
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
        return [finding('NAME_UNKNOWN', placeOfWord(call, word), data)]
      })
    })
}

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
