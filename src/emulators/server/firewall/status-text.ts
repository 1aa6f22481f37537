import type { Firewall, FirewallRule } from './firewall.ts'

interface Row {
  to: string
  action: string
  from: string
  comment: string
}

/** Rules as the table has them: those for IPv6 too come again at the end. */
function rowsOf({ rules }: Firewall, isVerbose: boolean): Row[] {
  const row = (rule: FirewallRule, suffix: string): Row => ({
    to: `${isVerbose ? withPorts(rule) : rule.to}${suffix}`,
    action: `${rule.action.toUpperCase()}${isVerbose ? ' IN' : ''}`,
    from: `${rule.from}${suffix}`,
    comment: rule.comment,
  })
  const twice = rules.filter(({ from }) => from === 'Anywhere')
  return [...rules.map((rule) => row(rule, '')), ...twice.map((rule) => row(rule, ' (v6)'))]
}

/** `22/tcp (OpenSSH)`. */
const withPorts = ({ to, ports, protocol }: FirewallRule): string =>
  /^[A-Z]/.test(to) && to !== 'Anywhere' ? `${ports.join(',')}${protocol === 'any' ? '' : `/${protocol}`} (${to})` : to

const line = ({ to, action, from, comment }: Row): string =>
  `${to.padEnd(26)} ${action.padEnd(11)} ${from.padEnd(26)}${comment === '' ? '' : ` # ${comment}`}\n`

const HEAD = `${'To'.padEnd(26)} ${'Action'.padEnd(11)} From\n${'--'.padEnd(26)} ${'------'.padEnd(11)} ----\n`

/** `ufw status [verbose]`. */
export function statusText(firewall: Firewall, { isVerbose }: { isVerbose: boolean }): string {
  if (!firewall.isActive) return 'Status: inactive\n'
  const policies = `Logging: ${firewall.logging === 'off' ? 'off' : `on (${firewall.logging})`}\nDefault: ${firewall.incoming} (incoming), ${firewall.outgoing} (outgoing), disabled (routed)\nNew profiles: skip\n`
  const rows = rowsOf(firewall, isVerbose).map(line).join('')
  return `Status: active\n${isVerbose ? policies : ''}${rows === '' ? '' : `\n${HEAD}${rows}\n`}`
}

/** `ufw status numbered`. */
export function numberedText(firewall: Firewall): string {
  if (!firewall.isActive) return 'Status: inactive\n'
  const rows = rowsOf(firewall, true).map(
    (row, at) =>
      `[${String(at + 1).padStart(2)}] ${line({ ...row, to: row.to.replace(/^[\d,/a-z]+ \((.*?)\)/, '$1') })}`,
  )
  return `Status: active\n\n     ${HEAD.replace('\n', '\n     ')}${rows.join('')}\n`
}

export const USAGE = `Usage: ufw COMMAND

Commands:
 enable                          enables the firewall
 disable                         disables the firewall
 default ARG                     set default policy
 logging LEVEL                   set logging to LEVEL
 allow ARGS                      add allow rule
 deny ARGS                       add deny rule
 reject ARGS                     add reject rule
 limit ARGS                      add limit rule
 delete RULE|NUM                 delete RULE
 insert NUM RULE                 insert RULE at NUM
 prepend RULE                    prepend RULE
 route RULE                      add route RULE
 route delete RULE|NUM           delete route RULE
 route insert NUM RULE           insert route RULE at NUM
 reload                          reload firewall
 reset                           reset firewall
 status                          show firewall status
 status numbered                 show firewall status as numbered list of RULES
 status verbose                  show verbose firewall status
 show ARG                        show firewall report
 version                         display version information

Application profile commands:
 app list                        list application profiles
 app info PROFILE                show information on PROFILE
 app update PROFILE              update PROFILE
 app default ARG                 set default application policy

`
