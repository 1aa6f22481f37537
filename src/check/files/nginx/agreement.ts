import type { Finding } from '#finding/finding.ts'
import type { Directive } from '#formats/nginx/parse.ts'
import { parseNginx } from '#formats/nginx/parse.ts'
import { suggest } from '#schema/spelling.ts'
import type { Around } from '../../rule.ts'
import type { PageFile } from '../page-file.ts'
import { headerFindings } from './inherited.ts'
import { named } from './named.ts'
import { portFindings } from './port.ts'
import { serverFindings } from './server.ts'
import { unknown } from './undeclared.ts'
import { upgradeFindings } from './upgrade.ts'

/** What an nginx configuration says of itself and of the page's servers. */
export function agreementFindings(file: PageFile, directives: readonly Directive[], around: Around): Finding[] {
  const all = directives.flatMap(flat)
  return [
    ...portFindings(file, all, around),
    ...upstreamFindings(file, all, around),
    ...zoneFindings(file, all, around),
    ...directives.flatMap((directive) => headerFindings(file, directive, [])),
    ...all.flatMap((directive) => [...upgradeFindings(file, directive), ...serverFindings(file, directive)]),
  ]
}

const flat = (directive: Directive): Directive[] => [directive, ...(directive.block ?? []).flatMap(flat)]

/** All the nginx configuration of a page: its files are included into one. */
const wholeOf = ({ files }: Around): Directive[] =>
  files.filter(({ format }) => format === 'nginx').flatMap(({ text }) => parseNginx(text).directives.flatMap(flat))

/** `proxy_pass http://name` where the page has upstreams and none of that name, but one like it. */
function upstreamFindings(file: PageFile, all: readonly Directive[], around: Around): Finding[] {
  const known = named(wholeOf(around), 'upstream').flatMap(({ args }) => args[0]?.text ?? [])
  return named(all, 'proxy_pass').flatMap(({ args: [address] }) => {
    const host = address && /^https?:\/\/([\w-]+)(?:\/|$)/.exec(address.text)?.[1]
    if (!address || !host || known.includes(host) || host === 'localhost') return []
    const suggestion = suggest(host, known)
    return suggestion === undefined
      ? []
      : [unknown(file, address, { kindEs: 'El upstream', kindEn: 'upstream', found: host, suggestion })]
  })
}

/** `limit_req zone=api` of a zone nothing declares. */
function zoneFindings(file: PageFile, all: readonly Directive[], around: Around): Finding[] {
  const whole = wholeOf(around)
  return (['limit_req', 'limit_conn', 'proxy_cache'] as const).flatMap((name) => {
    const known = named(whole, ZONES[name]).flatMap(({ args }) =>
      args.flatMap(({ text }) => /^(?:keys_)?zone=([^:]+):/.exec(text)?.[1] ?? []),
    )
    if (known.length === 0) return []
    return named(all, name).flatMap(({ args }) => {
      const word = name === 'limit_req' ? args.find(({ text }) => text.startsWith('zone=')) : args[0]
      const zone = word?.text.replace(/^zone=/, '')
      if (!word || !zone || zone === 'off' || zone.includes('$') || known.includes(zone)) return []
      return [unknown(file, word, { kindEs: 'La zona', kindEn: 'zone', found: zone, suggestion: suggest(zone, known) })]
    })
  })
}

const ZONES = { limit_req: 'limit_req_zone', limit_conn: 'limit_conn_zone', proxy_cache: 'proxy_cache_path' } as const
