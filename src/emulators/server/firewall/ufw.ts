import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../../model.ts'
import { isRoot, serverOf } from '../server.ts'
import type { Server } from '../state.ts'
import { createFirewall, type FirewallRule, type RuleAction } from './firewall.ts'
import { profilesOf, readRule } from './rule-words.ts'
import { numberedText, statusText, USAGE } from './status-text.ts'

interface At {
  server: Server
  call: EmulatedCall
  words: readonly string[]
  isForced: boolean
}

/** `ufw` (ufw(8)). */
export const ufw: Emulator = async (call) => {
  const server = serverOf(call, 'ufw')
  const words = call.args.filter((arg) => arg !== '--force')
  if (words.some((word) => word.startsWith('--'))) throw new NotModelled(`ufw ${call.args.join(' ')}`)
  if (!isRoot(call)) return fail('ERROR: You need to be root to run this script\n')
  const [verb = '', ...rest] = words
  const run = COMMANDS[verb]
  if (!run) return syntax()
  return run({ server, call, words: rest, isForced: call.args.includes('--force') })
}

const syntax = (): Output => fail(`ERROR: Invalid syntax\n\n${USAGE}`)

const COMMANDS: Readonly<Record<string, (at: At) => Output | Promise<Output>>> = {
  enable,
  disable: async ({ server }) => {
    server.firewall.isActive = false
    await persist(server)
    return succeed('Firewall stopped and disabled on system startup\n')
  },
  reload: ({ server }) =>
    succeed(server.firewall.isActive ? 'Firewall reloaded\n' : 'Firewall not enabled (skipping reload)\n'),
  reset,
  status: ({ server, words }) => {
    if (words[0] === 'numbered') return succeed(numberedText(server.firewall))
    return succeed(statusText(server.firewall, { isVerbose: words[0] === 'verbose' }))
  },
  default: setDefault,
  logging: ({ server, words: [level = ''] }) => {
    server.firewall.logging = level === 'on' ? 'low' : level
    return succeed(`Logging ${level === 'off' ? 'disabled' : 'enabled'}\n`)
  },
  delete: remove,
  app: listProfiles,
  allow: (at) => add(at, 'allow'),
  deny: (at) => add(at, 'deny'),
  reject: (at) => add(at, 'reject'),
  limit: (at) => add(at, 'limit'),
}

async function enable({ server, call, isForced }: At): Promise<Output> {
  const question = 'Command may disrupt existing ssh connections. Proceed with operation (y|n)? '
  if (!isForced && !/^\s*y(es)?\b/i.test(call.stdin)) return succeed(`${question}Aborted\n`)
  server.firewall.isActive = true
  await persist(server)
  return succeed(`${isForced ? '' : question}Firewall is active and enabled on system startup\n`)
}

/** Whether it is on is kept in a file, which the next boot reads. */
const persist = ({ files, firewall }: Server): Promise<void> =>
  files.write('/etc/ufw/ufw.conf', `ENABLED=${firewall.isActive ? 'yes' : 'no'}\nLOGLEVEL=${firewall.logging}\n`)

async function reset({ server, isForced }: At): Promise<Output> {
  if (!isForced) throw new NotModelled('ufw reset without --force')
  server.firewall = createFirewall()
  await persist(server)
  return succeed('Resetting all rules to installed defaults.\n')
}

function setDefault({ server, words: [policy = '', direction = 'incoming'] }: At): Output {
  if (!/^(allow|deny|reject)$/.test(policy) || !/^(incoming|outgoing|routed)$/.test(direction)) return syntax()
  if (direction === 'incoming') server.firewall.incoming = policy as 'allow'
  if (direction === 'outgoing') {
    if (policy !== 'allow') throw new NotModelled('a firewall that stops what goes out')
    server.firewall.outgoing = 'allow'
  }
  return succeed(`Default ${direction} policy changed to '${policy}'\n(be sure to update your rules accordingly)\n`)
}

async function add({ server, words }: At, action: RuleAction): Promise<Output> {
  const { firewall } = server
  const rule = await readRule(server.files, action, words)
  if (rule === 'syntax') return syntax()
  if ('error' in rule) return fail(`ERROR: ${rule.error}\n`)
  const same = firewall.rules.find((one) => isAlike(one, rule))
  if (same && same.action === action && (rule.comment === '' || rule.comment === same.comment))
    return told(rule, 'Skipping adding existing rule')
  if (same) Object.assign(same, rule)
  else firewall.rules.push(rule)
  return told(rule, firewall.isActive ? `Rule ${same ? 'updated' : 'added'}` : 'Rules updated')
}

const isAlike = (one: FirewallRule, other: FirewallRule): boolean => one.to === other.to && one.from === other.from

/** A rule without an address of IPv4 is for IPv6 too. */
const told = ({ from }: FirewallRule, text: string): Output =>
  succeed(`${text}\n${from === 'Anywhere' ? `${text} (v6)\n` : ''}`)

async function remove({ server, call, words, isForced }: At): Promise<Output> {
  const { firewall } = server
  const [first = '', ...rest] = words
  if (/^\d+$/.test(first)) throw new NotModelled(`ufw delete by number${isForced || call.stdin ? '' : ', which asks'}`)
  if (!/^(allow|deny|reject|limit)$/.test(first)) return syntax()
  const rule = await readRule(server.files, first as RuleAction, rest)
  if (rule === 'syntax') return syntax()
  if ('error' in rule) return fail(`ERROR: ${rule.error}\n`)
  const found = firewall.rules.find((one) => isAlike(one, rule) && one.action === rule.action)
  if (!found) return told(rule, 'Could not delete non-existent rule')
  firewall.rules = firewall.rules.filter((one) => one !== found)
  return told(rule, firewall.isActive ? 'Rule deleted' : 'Rules updated')
}

async function listProfiles({ server, words: [action = ''] }: At): Promise<Output> {
  if (action !== 'list') throw new NotModelled(`ufw app ${action}`)
  const names = [...(await profilesOf(server.files)).keys()].sort()
  return succeed(`Available applications:\n${names.map((name) => `  ${name}\n`).join('')}`)
}

/** `ufw-init`, by which its unit starts it at boot: what the files say is on is on. */
export const ufwInit: Emulator = async (call) => {
  const server = serverOf(call, 'ufw-init')
  const isEnabled = /^ENABLED=yes$/m.test(await server.files.read('/etc/ufw/ufw.conf'))
  server.firewall.isActive = call.args[0] === 'start' && isEnabled
  return succeed()
}
