/** What a rule of the firewall does with a connection. */
export type RuleAction = 'allow' | 'deny' | 'reject' | 'limit'

/** A rule about connections that come in. */
export interface FirewallRule {
  action: RuleAction
  /** `80/tcp`, `80,443/tcp`, `22`, the name of a profile, or `Anywhere`. */
  to: string
  ports: readonly number[]
  protocol: 'tcp' | 'udp' | 'any'
  /** `Anywhere`, an address or a network. */
  from: string
  comment: string
}

/** A machine's firewall. */
export interface Firewall {
  isActive: boolean
  rules: FirewallRule[]
  incoming: 'allow' | 'deny' | 'reject'
  outgoing: 'allow' | 'deny' | 'reject'
  logging: string
}

/** As ufw installs it. */
export const createFirewall = (): Firewall => ({
  isActive: false,
  rules: [],
  incoming: 'deny',
  outgoing: 'allow',
  logging: 'low',
})

/** Whether a connection from an address to a TCP port comes through: the first rule about it decides. */
export function admits({ isActive, rules, incoming }: Firewall, port: number, from: string): boolean {
  if (!isActive) return true
  const rule = rules.find(
    (one) => one.protocol !== 'udp' && (one.ports.length === 0 || one.ports.includes(port)) && isWithin(from, one.from),
  )
  return rule ? rule.action === 'allow' || rule.action === 'limit' : incoming === 'allow'
}

/** Whether an IPv4 address is in a network, `10.0.0.0/8`. */
export function isWithin(address: string, network: string): boolean {
  if (network === 'Anywhere') return true
  const [base = '', length = '32'] = network.split('/')
  const mask = Number(length) === 0 ? 0 : (0xff_ff_ff_ff << (32 - Number(length))) >>> 0
  return (numberOf(address) & mask) >>> 0 === (numberOf(base) & mask) >>> 0
}

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** Whether a text is an IPv4 address, or a network of some. */
export const isNetwork = (text: string): boolean => {
  const [, parts = '', length = '32'] = /^([\d.]+)(?:\/(\d+))?$/.exec(text) ?? []
  const numbers = parts.split('.')
  return numbers.length === 4 && numbers.every((part) => part !== '' && Number(part) <= 255) && Number(length) <= 32
}
