import { readCertificates } from '../certificates/certificate.ts'
import { readKey } from '../certificates/keys.ts'
import type { Files } from '../files.ts'
import { NotModelled } from '../model.ts'
import type { LimitZone } from './limits.ts'
import type { Configuration, Listen, Location, Site, Upstream, VariableMap } from './model.ts'
import { Refused, refuse, type Statement } from './read.ts'
import { rulesOf } from './rules.ts'
import { unknownVariable } from './variables.ts'

/** What nginx knows of the world when it reads its files. */
export interface Surroundings {
  files: Files
  /** Whether a name resolves. */
  resolves(host: string): Promise<boolean>
}

/** What nginx makes of its files. Throws Refused as nginx does, and NotModelled for what is beyond this. */
export async function build(
  statements: readonly Statement[],
  surroundings: Surroundings,
): Promise<{ configuration: Configuration; warnings: string[] }> {
  const http = statements.find(({ name }) => name === 'http')?.block ?? []
  refuseUnmodelled(statements)
  const upstreams = new Map<string, Upstream>()
  for (const one of http.filter(({ name }) => name === 'upstream')) await addUpstream(upstreams, one, surroundings)
  const maps = new Map(http.filter(({ name }) => name === 'map').map(readMap))
  const zones = new Map(http.filter(({ name }) => name === 'limit_req_zone').map(readZone))
  const servers: Site[] = []
  for (const one of http.filter(({ name }) => name === 'server'))
    servers.push(await readSite(one, http, { surroundings, upstreams }))
  const unknown = unknownVariable(http, maps)
  if (unknown !== undefined) throw new Refused(`unknown "${unknown}" variable`)
  requireDefaults(http, servers)
  for (const site of servers)
    for (const { rules } of [site, ...site.locations])
      for (const { zone } of rules.limits)
        if (!zones.has(zone)) throw new Refused(`zero size shared memory zone "${zone}"`, { isWellFormed: true })
  return { configuration: { servers, upstreams, zones, maps }, warnings: conflicts(servers) }
}

/** Directives that do something, and those that change nothing anybody here can see. Any other is not modelled. */
const KNOWN = new Set(
  `user worker_processes worker_rlimit_nofile pid error_log include events worker_connections multi_accept use http server location upstream
  map limit_req_zone limit_req limit_req_status limit_req_log_level listen server_name ssl_certificate ssl_certificate_key return if root alias
  index try_files proxy_pass proxy_set_header add_header allow deny client_max_body_size keepalive least_conn ip_hash
  sendfile tcp_nopush tcp_nodelay types types_hash_max_size default_type server_names_hash_bucket_size server_tokens
  ssl_protocols ssl_prefer_server_ciphers ssl_ciphers ssl_session_cache ssl_session_timeout ssl_session_tickets ssl_dhparam
  ssl_stapling ssl_stapling_verify ssl_trusted_certificate ssl_ecdh_curve http2 access_log log_format log_not_found gzip gzip_vary
  gzip_proxied gzip_comp_level gzip_buffers gzip_http_version gzip_types gzip_min_length keepalive_timeout keepalive_requests
  proxy_http_version proxy_connect_timeout proxy_read_timeout proxy_send_timeout proxy_buffering proxy_buffers proxy_buffer_size
  proxy_busy_buffers_size proxy_redirect proxy_next_upstream proxy_next_upstream_tries proxy_next_upstream_timeout proxy_request_buffering
  client_body_timeout client_header_timeout client_body_buffer_size client_header_buffer_size large_client_header_buffers send_timeout
  charset resolver resolver_timeout reset_timedout_connection open_file_cache merge_slashes zone proxy_hide_header`.split(
    /\s+/,
  ),
)

function refuseUnmodelled(statements: readonly Statement[]): void {
  for (const { name, block, args } of statements) {
    if (!KNOWN.has(name)) throw new NotModelled(`nginx: ${[name, ...args].join(' ')}`)
    if (block && !/^(map|types)$/.test(name)) refuseUnmodelled(block)
  }
}

async function addUpstream(
  upstreams: Map<string, Upstream>,
  one: Statement,
  { resolves }: Surroundings,
): Promise<void> {
  const [name = ''] = one.args
  if (upstreams.has(name)) throw refuse(one, `duplicate upstream "${name}"`)
  const servers = (one.block ?? []).filter((each) => each.name === 'server')
  if (servers.length === 0) throw refuse({ ...one, line: one.line }, 'no servers are inside upstream')
  for (const {
    args: [address = ''],
    ...at
  } of servers)
    if (!(await resolves(hostOf(address)))) throw refuse(at, `host not found in upstream "${address}"`)
  const method = one.block?.find((each) => /^(least_conn|ip_hash)$/.test(each.name))?.name as
    | Upstream['method']
    | undefined
  upstreams.set(name, { servers: servers.map(readServer), method: method ?? 'round-robin', turn: 0 })
}

const hostOf = (address: string): string => address.replace(/:\d+$/, '')

function readServer({ args: [address = '', ...options] }: Statement): Upstream['servers'][number] {
  if (address.startsWith('unix:')) throw new NotModelled(`nginx: an upstream at ${address}`)
  const value = (key: string): string | undefined =>
    options.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1)
  return {
    host: /:\d+$/.test(address) ? address : `${address}:80`,
    weight: Number(value('weight') ?? 1),
    isBackup: options.includes('backup'),
    isDown: options.includes('down'),
    maxFails: Number(value('max_fails') ?? 1),
    failMs: Number.parseInt(value('fail_timeout') ?? '10', 10) * 1000,
    outUntil: 0,
  }
}

function readMap({ args: [source = '', variable = ''], block = [] }: Statement): [string, VariableMap] {
  const cases = block.map(({ name, args: [value = ''] }) => ({ name, value }))
  return [
    variable.replace(/^\$/, ''),
    {
      source,
      fallback: cases.find(({ name }) => name === 'default')?.value ?? '',
      cases: cases
        .filter(({ name }) => name !== 'default')
        .map(({ name, value }) => ({
          value,
          form: name.startsWith('~') ? new RegExp(name.replace(/^~\*?/, ''), name.startsWith('~*') ? 'i' : '') : name,
        })),
    },
  ]
}

function readZone(one: Statement): [string, LimitZone] {
  const [key = '', ...options] = one.args
  const zone = options.find((option) => option.startsWith('zone=')) ?? ''
  const rate = options.find((option) => option.startsWith('rate=')) ?? ''
  const [, name = '', size] = /^zone=([^:]+)(?::(\d+[km]?))?$/i.exec(zone) ?? []
  if (size === undefined) throw refuse(one, `invalid zone size "${zone}"`)
  const [, count, unit] = /^rate=(\d+)r\/([sm])$/.exec(rate) ?? []
  if (count === undefined) throw refuse(one, `invalid rate "${rate}"`)
  return [name, { key, rate: Number(count) / (unit === 'm' ? 60 : 1), buckets: new Map() }]
}

interface Reading {
  surroundings: Surroundings
  upstreams: ReadonlyMap<string, Upstream>
}

async function readSite(one: Statement, http: readonly Statement[], reading: Reading): Promise<Site> {
  const block = one.block ?? []
  const listens = block.filter(({ name }) => name === 'listen').map(readListen)
  const rules = await rulesOf([http, block], reading)
  const locations: Location[] = []
  for (const location of block.filter(({ name }) => name === 'location')) {
    const read = await readLocation(location, [http, block], reading)
    if (locations.some(({ kind, path }) => kind === read.kind && path === read.path))
      throw refuse(location, `duplicate location "${read.path}"`)
    locations.push(read)
  }
  return {
    listens: listens.length > 0 ? listens : [{ address: '0.0.0.0', port: 80, isTls: false, isDefault: false }],
    names: block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args),
    certificate: await certificateOf(block, http, listens.some(({ isTls }) => isTls) ? one : undefined, reading),
    rules,
    locations,
  }
}

function readListen(one: Statement): Listen {
  const [where = '', ...options] = one.args
  if (where.startsWith('unix:')) throw new NotModelled(`nginx: listen ${where}`)
  const [, host, port] = /^(?:(\[[^\]]*\]|[^:]+):)?(\d+)$/.exec(where) ?? []
  if (port === undefined && !/^[\w.-]+$/.test(where))
    throw refuse(one, `invalid port in "${where}" of the "listen" directive`)
  const odd = options.find(
    (option) =>
      !/^(ssl|http2|default_server|default|reuseport|ipv6only=(on|off)|backlog=\d+|deferred|fastopen=\d+|so_keepalive=.*)$/.test(
        option,
      ),
  )
  if (odd !== undefined) throw refuse(one, `invalid parameter "${odd}"`)
  const address =
    host === undefined || host === '*' || host === '[::]' || host === '0.0.0.0'
      ? '0.0.0.0'
      : host === '[::1]'
        ? '127.0.0.1'
        : host
  return {
    address,
    port: Number(port ?? 80),
    isTls: options.includes('ssl'),
    isDefault: options.some((option) => option.startsWith('default')),
  }
}

const KINDS: Readonly<Record<string, Location['kind']>> = {
  '=': 'exact',
  '^~': 'priority',
  '~': 'regex',
  '~*': 'regex',
}

async function readLocation(
  one: Statement,
  around: readonly (readonly Statement[])[],
  reading: Reading,
): Promise<Location> {
  const [first = '', second] = one.args
  const modifier = second === undefined ? '' : first
  const path = second ?? first
  const kind = path.startsWith('@') ? 'named' : (KINDS[modifier] ?? 'prefix')
  if (one.block?.some(({ name }) => name === 'location')) throw new NotModelled('nginx: a location within another')
  const form = kind === 'regex' ? regexOf(one, path, modifier) : undefined
  return {
    kind,
    path,
    form,
    rules: await rulesOf([...around, one.block ?? []], { ...reading, location: { path, kind } }),
  }
}

function regexOf(one: Statement, path: string, modifier: string): RegExp {
  try {
    return new RegExp(path, modifier === '~*' ? 'i' : '')
  } catch {
    throw new NotModelled(`nginx: ${one.args.join(' ')}`)
  }
}

/** Reads the certificate a server shows, with its key. */
async function certificateOf(
  block: readonly Statement[],
  http: readonly Statement[],
  tls: Statement | undefined,
  { surroundings: { files } }: Reading,
): Promise<string | undefined> {
  const find = (wanted: string) => [...block, ...http].find(({ name }) => name === wanted)
  const [certificate, key] = [find('ssl_certificate'), find('ssl_certificate_key')]
  if (!certificate && tls) throw refuse(tls, 'no "ssl_certificate" is defined for the "listen ... ssl" directive')
  if (!certificate) return undefined
  const [path = ''] = certificate.args
  if (!key) throw new Refused(`no "ssl_certificate_key" is defined for certificate "${path}"`)
  const text = await loadPem(files, path, 'certificate')
  const [leaf] = readCertificates(text)
  if (!leaf)
    throw new Refused(
      `cannot load certificate "${path}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`,
    )
  const [keyPath = ''] = key.args
  const pair = await readKey(await loadPem(files, keyPath, 'certificate key'))
  if (!pair)
    throw new Refused(
      `cannot load certificate key "${keyPath}": PEM_read_bio_PrivateKey() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: ANY PRIVATE KEY)`,
    )
  if (pair.publicKey.join() !== leaf.publicKey.join())
    throw new Refused(
      `SSL_CTX_use_PrivateKey("${keyPath}") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)`,
    )
  return text
}

async function loadPem(files: Files, path: string, what: string): Promise<string> {
  if (await files.exists(path)) return files.read(path)
  throw new Refused(
    `cannot load ${what} "${path}": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:calling fopen(${path}, r) error:10000080:BIO routines::no such file)`,
  )
}

/** Two servers cannot both be the default of an address. */
function requireDefaults(http: readonly Statement[], servers: readonly Site[]): void {
  const seen = new Set<string>()
  const statements = http.filter(({ name }) => name === 'server')
  for (const [at, { listens }] of servers.entries()) {
    const own = new Set(listens.filter(({ isDefault }) => isDefault).map(({ address, port }) => `${address}:${port}`))
    for (const address of own) {
      const listen = statements[at]?.block?.find(({ name }) => name === 'listen')
      if (seen.has(address) && listen) throw refuse(listen, `a duplicate default server for ${address}`)
      seen.add(address)
    }
  }
}

/** Names that two servers of an address share: the first keeps them. */
function conflicts(servers: readonly Site[]): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  for (const { listens, names } of servers)
    for (const address of new Set(listens.map(({ address, port }) => `${address}:${port}`)))
      for (const name of names.length > 0 ? names : ['']) {
        if (seen.has(`${address} ${name}`)) found.push(`conflicting server name "${name}" on ${address}, ignored`)
        seen.add(`${address} ${name}`)
      }
  return found
}
