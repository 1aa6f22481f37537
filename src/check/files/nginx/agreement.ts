import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { type Directive, type NginxWord, parseNginx } from '#formats/nginx/parse.ts'
import type { Around } from '../../rule.ts'
import type { PageFile } from '../page-file.ts'
import { fileNginxInherited } from './inherited.ts'
import { fileNginxPort } from './port.ts'
import { portsServed } from './served.ts'
import { fileNginxServer } from './server.ts'
import { fileNginxUndeclared } from './undeclared.ts'
import { fileNginxUpgrade } from './upgrade.ts'

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
const named = (all: readonly Directive[], name: string) => all.filter((directive) => directive.name.text === name)

/** `proxy_pass` and `server` of an upstream to a port of this machine that no command or file of the page serves. */
function portFindings(file: PageFile, all: readonly Directive[], around: Around): Finding[] {
  const served = portsServed(around)
  if (served.size === 0) return []
  const targets = [
    ...named(all, 'proxy_pass'),
    ...named(all, 'upstream').flatMap(({ block }) => named(block ?? [], 'server')),
  ]
  return targets.flatMap(({ args: [address] }) => {
    const port = address && /^(?:https?:\/\/)?(?:127\.0\.0\.1|localhost):(\d+)(?:\/|$)/.exec(address.text)?.[1]
    if (!address || !port || served.has(port)) return []
    const data = { found: port, expected: [...served].join(', ') }
    return [fileNginxPort.at(file.at(address.start, address.end), data)]
  })
}

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

const unknown = (
  file: PageFile,
  { start, end }: NginxWord,
  data: { kindEs: string; kindEn: string; found: string; suggestion: string | undefined },
) => fileNginxUndeclared.at(file.at(start, end), data)

const INHERITED = ['add_header', 'proxy_set_header'] as const

/** `add_header` in a block: those of the blocks around it no longer hold there. */
function headerFindings(file: PageFile, { block }: Directive, outer: readonly Directive[]): Finding[] {
  if (!block) return []
  const own = INHERITED.flatMap((name) => {
    const here = named(block, name)
    const lost = named(outer, name).filter(({ args }) => !here.some((other) => sameHeader(other, args[0])))
    const [first] = here
    if (!first || lost.length === 0) return []
    const found = lost.map(({ args }) => args[0]?.text).join(', ')
    return [fileNginxInherited.at(file.at(first.name.start, first.name.end), { name, found })]
  })
  const inner = INHERITED.flatMap((name) => (named(block, name).length > 0 ? named(block, name) : named(outer, name)))
  return [...own, ...block.flatMap((child) => headerFindings(file, child, inner))]
}

const sameHeader = ({ args }: Directive, header: NginxWord | undefined) =>
  args[0]?.text.toLowerCase() === header?.text.toLowerCase()

/** A WebSocket needs three lines together (nginx.org/en/docs/http/websocket.html); one alone shows that it is meant. */
function upgradeFindings(file: PageFile, { block }: Directive): Finding[] {
  if (!block) return []
  const header = (name: string) =>
    named(block, 'proxy_set_header').find(({ args }) => args[0]?.text.toLowerCase() === name)
  const upgrade = header('upgrade')
  if (!upgrade) return []
  const connection = header('connection')?.args[1]?.text
  const missing = [
    ...(connection && /upgrade/i.test(connection) ? [] : ['proxy_set_header Connection "upgrade"']),
    ...(named(block, 'proxy_http_version').some(({ args }) => args[0]?.text === '1.1')
      ? []
      : ['proxy_http_version 1.1']),
  ]
  if (missing.length === 0) return []
  return [fileNginxUpgrade.at(file.at(upgrade.name.start, upgrade.name.end), { missing: missing.join(', ') })]
}

/** A `server` that says neither where it listens nor for whom answers on port 80 to any name. */
function serverFindings(file: PageFile, { name, block }: Directive): Finding[] {
  if (name.text !== 'server' || !block) return []
  const said = ['listen', 'server_name', 'include'].some((key) => named(block, key).length > 0)
  return said ? [] : [fileNginxServer.at(file.at(name.start, name.end))]
}
