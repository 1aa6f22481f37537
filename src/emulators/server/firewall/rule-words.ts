import { NotModelled } from '../../model.ts'
import type { ServerFiles } from '../files.ts'
import { type FirewallRule, isNetwork, type RuleAction } from './firewall.ts'

const SERVICES: Readonly<Record<string, string>> = {
  ssh: '22/tcp',
  http: '80/tcp',
  https: '443',
  smtp: '25/tcp',
  domain: '53',
}

type Words = Pick<FirewallRule, 'to' | 'ports' | 'protocol' | 'from' | 'comment'>

/** Reads the words of a rule after its action, or gives what ufw says of them; `syntax` where that is its usage. */
export async function readRule(
  files: ServerFiles,
  action: RuleAction,
  given: readonly string[],
): Promise<FirewallRule | { error: string } | 'syntax'> {
  const words = given[0] === 'in' ? given.slice(1) : [...given]
  if (given[0] === 'out' || words.includes('on'))
    throw new NotModelled(`a rule of ufw for what goes out, or on one interface`)
  const at = words.indexOf('comment')
  const comment = at < 0 ? '' : (words[at + 1] ?? '')
  const rest = at < 0 ? words : words.slice(0, at)
  if (rest.length === 0) return 'syntax'
  const read = rest.length === 1 ? await shortRule(files, rest[0] ?? '') : await longRule(files, rest)
  return typeof read === 'object' && 'ports' in read ? { ...read, action, comment } : read
}

/** `80/tcp`, `ssh` or the name of a profile. */
async function shortRule(files: ServerFiles, word: string): Promise<Words | { error: string }> {
  const profile = (await profilesOf(files)).get(word)
  if (profile !== undefined) return { ...portsOf(profile), to: word, from: 'Anywhere', comment: '' }
  const text = SERVICES[word] ?? word
  if (!/^\d/.test(text)) return { error: `Could not find a profile matching '${word}'` }
  return checked(text, 'Anywhere')
}

/** `[proto tcp] [from ADDRESS] [to any] [port N] [app NAME]`. */
async function longRule(files: ServerFiles, words: readonly string[]): Promise<Words | { error: string } | 'syntax'> {
  const found = new Map<string, string>()
  for (let at = 0; at < words.length; at += 2) {
    const [key = '', value] = words.slice(at, at + 2)
    if (!['proto', 'from', 'to', 'port', 'app'].includes(key) || value === undefined) return 'syntax'
    found.set(key, value)
  }
  const from = found.get('from') ?? 'any'
  if (from !== 'any' && !isNetwork(from)) return { error: 'Bad source address' }
  if ((found.get('to') ?? 'any') !== 'any') throw new NotModelled(`a rule of ufw for one address of the machine`)
  const source = from === 'any' ? 'Anywhere' : from
  const app = found.get('app')
  const profile = app === undefined ? undefined : (await profilesOf(files)).get(app)
  if (app !== undefined && profile === undefined) return { error: `Could not find a profile matching '${app}'` }
  if (app !== undefined && profile !== undefined) return { ...portsOf(profile), to: app, from: source, comment: '' }
  const port = found.get('port')
  const protocol = found.get('proto')
  if (port === undefined)
    return { to: 'Anywhere', ports: [], protocol: protocolOf(protocol), from: source, comment: '' }
  return checked(
    `${(SERVICES[port] ?? port).replace(/\/.*/, '')}${protocol === undefined ? '' : `/${protocol}`}`,
    source,
  )
}

const protocolOf = (text: string | undefined): FirewallRule['protocol'] =>
  text === 'tcp' || text === 'udp' ? text : 'any'

function checked(text: string, from: string): Words | { error: string } {
  const [list = '', protocol] = text.split('/')
  const ports = list.split(',').flatMap(rangeOf)
  if (ports.some((port) => !Number.isInteger(port) || port < 1 || port > 65_535)) return { error: 'Bad port' }
  if (/[,:]/.test(list) && protocol === undefined) return { error: "Must specify 'tcp' or 'udp' with multiple ports" }
  return { to: text, ports, protocol: protocolOf(protocol), from, comment: '' }
}

function rangeOf(text: string): number[] {
  const [first = Number.NaN, last = first] = text.split(':').map(Number)
  if (Number.isNaN(first) || last - first > 65_535) return [Number.NaN]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const portsOf = (text: string): Pick<Words, 'ports' | 'protocol'> => {
  const [list = '', protocol] = (text.split('|')[0] ?? '').split('/')
  return { ports: list.split(',').flatMap(rangeOf), protocol: protocolOf(protocol) }
}

/** The profiles of a machine's applications, by name: the ports of each. */
export async function profilesOf(files: ServerFiles): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const directory = '/etc/ufw/applications.d'
  for (const file of await files.names(directory)) {
    const text = await files.read(`${directory}/${file}`)
    for (const [, name = '', body = ''] of text.matchAll(/^\[(.+)\]\n((?:(?!\[).*\n?)*)/gm))
      found.set(name, /^ports=(.*)$/m.exec(body)?.[1] ?? '')
  }
  return found
}
