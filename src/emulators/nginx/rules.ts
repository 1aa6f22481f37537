import { NotModelled } from '../model.ts'
import { isNetwork } from '../server/firewall/firewall.ts'
import type { Answer, Condition, Location, ProxyTarget, Rules, Upstream } from './model.ts'
import { refuse, type Statement } from './read.ts'

interface Reading {
  surroundings: { resolves(host: string): Promise<boolean> }
  upstreams: ReadonlyMap<string, Upstream>
  location?: Pick<Location, 'path' | 'kind'>
}

/** The rules of the innermost of some blocks; what it does not say it has from those around it. */
export async function rulesOf(blocks: readonly (readonly Statement[])[], reading: Reading): Promise<Rules> {
  const own = blocks.at(-1) ?? []
  for (const one of UNIQUE) requireOnce(own, one)
  // Of a kind of list, all come from the innermost block that has any.
  const all = (...names: string[]): Statement[] => {
    const has = (block: readonly Statement[]) => block.filter(({ name }) => names.includes(name))
    return has(blocks.findLast((block) => has(block).length > 0) ?? [])
  }
  const one = (name: string): Statement | undefined => all(name).at(-1)
  return {
    conditions: own.filter(({ name }) => name === 'if').map(readCondition),
    answer: answerOf(own.find(({ name }) => name === 'return')),
    access: all('allow', 'deny').map(readAccess),
    limits: all('limit_req').map(readLimit),
    limitStatus: limitStatus(one('limit_req_status')),
    maxBody: sizeOf(one('client_max_body_size')),
    passedHeaders: all('proxy_set_header').map(({ args: [name = '', value = ''] }) => ({
      name: name.toLowerCase(),
      value,
    })),
    addedHeaders: all('add_header').map(({ args: [name = '', value = '', always] }) => ({
      name,
      value,
      always: always === 'always',
    })),
    proxy: await proxyOf(
      own.find(({ name }) => name === 'proxy_pass'),
      reading,
    ),
    root: one('root')?.args[0],
    alias: own.find(({ name }) => name === 'alias')?.args[0],
    index: one('index')?.args ?? ['index.html'],
    tryFiles: one('try_files')?.args ?? [],
    isQuiet: one('server_tokens')?.args[0] === 'off',
  }
}

const UNIQUE = [
  'root',
  'alias',
  'proxy_pass',
  'client_max_body_size',
  'server_tokens',
  'ssl_certificate_key',
  'limit_req_status',
  'default_type',
]

function requireOnce(block: readonly Statement[], name: string): void {
  const [, second] = block.filter((one) => one.name === name)
  if (second) throw refuse(second, `"${name}" directive is duplicate`)
}

function answerOf(one: Statement | undefined): Answer | undefined {
  if (!one) return undefined
  const [first = '', text] = one.args
  if (/^\d{3}$/.test(first)) return { status: Number(first), text: text ?? '' }
  if (text === undefined && /^(https?:|\$scheme)/.test(first)) return { status: 302, text: first }
  throw refuse(one, `invalid return code "${first}"`)
}

const OPERATORS = ['=', '!=', '~', '~*', '!~', '!~*']

/** `if ($host = name) { return … }`: anything else in it is not modelled. */
function readCondition({ args, block = [] }: Statement): Condition {
  const words = args
    .join(' ')
    .replace(/^\(\s*|\s*\)$/g, '')
    .split(/\s+/)
  const [variable = '', operator = 'set', ...rest] = words
  const answer = answerOf(block.find(({ name }) => name === 'return'))
  if (!answer || block.length > 1 || !variable.startsWith('$') || (operator !== 'set' && !OPERATORS.includes(operator)))
    throw new NotModelled(`nginx: if ${args.join(' ')}`)
  return { variable, operator: operator as Condition['operator'], value: rest.join(' '), answer }
}

function readAccess(one: Statement): Rules['access'][number] {
  const [network = ''] = one.args
  if (network !== 'all' && !isNetwork(network) && !network.includes(':'))
    throw refuse(one, `invalid parameter "${network}"`)
  return { isAllowed: one.name === 'allow', network: network === 'all' ? 'Anywhere' : network }
}

function readLimit(one: Statement): Rules['limits'][number] {
  const value = (key: string) => one.args.find((arg) => arg.startsWith(`${key}=`))
  const burst = value('burst')
  if (burst !== undefined && !/^burst=\d+$/.test(burst)) throw refuse(one, `invalid burst value "${burst}"`)
  if (value('delay') !== undefined) throw new NotModelled('nginx: limit_req with delay=')
  return {
    zone: value('zone')?.slice(5) ?? '',
    burst: Number(burst?.slice(6) ?? 0),
    isDelayed: !one.args.includes('nodelay'),
  }
}

function limitStatus(one: Statement | undefined): number {
  const status = Number(one?.args[0] ?? 503)
  if (one && (status < 400 || status > 599)) throw refuse(one, 'value must be between 400 and 599')
  return status
}

/** Bytes; zero of no limit. */
function sizeOf(one: Statement | undefined): number {
  const [, number, unit = ''] = /^(\d+)([kmg]?)$/i.exec(one?.args[0] ?? '1m') ?? []
  if (number === undefined && one) throw refuse(one, `"${one.name}" directive invalid value`)
  return Number(number) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit.toLowerCase()] ?? 1)
}

async function proxyOf(
  one: Statement | undefined,
  { surroundings, upstreams, location }: Reading,
): Promise<ProxyTarget | undefined> {
  if (!one) return undefined
  const [address = ''] = one.args
  if (/\$/.test(address)) throw new NotModelled(`nginx: proxy_pass ${address}`)
  const [, scheme, host = '', path] = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(address) ?? []
  if (scheme === undefined) throw refuse(one, 'invalid URL prefix')
  if (host.startsWith('unix:')) throw new NotModelled(`nginx: proxy_pass ${address}`)
  if (path !== undefined && (location?.kind === 'regex' || location?.kind === 'named'))
    throw refuse(
      one,
      '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block',
    )
  if (!upstreams.has(host) && !(await surroundings.resolves(host.replace(/:\d+$/, ''))))
    throw refuse(one, `host not found in upstream "${host}"`)
  return { scheme: scheme as ProxyTarget['scheme'], host, path }
}
