import { suggest } from '#schema/spelling.ts'

/** The keys of `ssh -o`, in any case (ssh_config(5) of OpenSSH 9.2). */
const KEYS = `AddKeysToAgent AddressFamily BatchMode BindAddress BindInterface CASignatureAlgorithms CanonicalDomains
CanonicalizeFallbackLocal CanonicalizeHostname CanonicalizeMaxDots CanonicalizePermittedCNAMEs CertificateFile
CheckHostIP Ciphers ClearAllForwardings Compression ConnectTimeout ConnectionAttempts ControlMaster ControlPath
ControlPersist DynamicForward EnableEscapeCommandline EnableSSHKeysign EscapeChar ExitOnForwardFailure
FingerprintHash ForkAfterAuthentication ForwardAgent ForwardX11 ForwardX11Timeout ForwardX11Trusted GSSAPIAuthentication
GSSAPIDelegateCredentials GatewayPorts GlobalKnownHostsFile HashKnownHosts Host HostKeyAlgorithms HostKeyAlias
HostbasedAcceptedAlgorithms HostbasedAuthentication Hostname IPQoS IdentitiesOnly IdentityAgent IdentityFile
IgnoreUnknown Include KbdInteractiveAuthentication KbdInteractiveDevices KexAlgorithms KnownHostsCommand LocalCommand
LocalForward LogLevel LogVerbose MACs NoHostAuthenticationForLocalhost NumberOfPasswordPrompts PKCS11Provider
PasswordAuthentication PermitLocalCommand PermitRemoteOpen Port PreferredAuthentications ProxyCommand ProxyJump
ProxyUseFdpass PubkeyAcceptedAlgorithms PubkeyAuthentication RekeyLimit RemoteCommand RemoteForward RequestTTY
RequiredRSASize RevokedHostKeys SecurityKeyProvider SendEnv ServerAliveCountMax ServerAliveInterval SessionType SetEnv
StdinNull StreamLocalBindMask StreamLocalBindUnlink StrictHostKeyChecking SyslogFacility TCPKeepAlive Tunnel
TunnelDevice UpdateHostKeys User UserKnownHostsFile VerifyHostKeyDNS VisualHostKey XAuthLocation`.split(/\s+/)

const BY_NAME = new Map(KEYS.map((key) => [key.toLowerCase(), key]))

const YES_NO = ['yes', 'no']
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    `BatchMode CheckHostIP ClearAllForwardings Compression EnableSSHKeysign ExitOnForwardFailure ForwardX11
    ForwardX11Trusted GatewayPorts HashKnownHosts HostbasedAuthentication IdentitiesOnly KbdInteractiveAuthentication
    PasswordAuthentication PermitLocalCommand StdinNull StreamLocalBindUnlink TCPKeepAlive VisualHostKey`
      .split(/\s+/)
      .map((key) => [key, YES_NO]),
  ),
  AddressFamily: ['any', 'inet', 'inet6'],
  ControlMaster: ['yes', 'no', 'ask', 'auto', 'autoask'],
  RequestTTY: ['yes', 'no', 'force', 'auto'],
  StrictHostKeyChecking: ['yes', 'no', 'ask', 'accept-new', 'off'],
  UpdateHostKeys: ['yes', 'no', 'ask'],
  VerifyHostKeyDNS: ['yes', 'no', 'ask'],
}

const NUMBERS = new Set([
  'ConnectTimeout',
  'ConnectionAttempts',
  'NumberOfPasswordPrompts',
  'Port',
  'ServerAliveCountMax',
  'ServerAliveInterval',
])

/** An option ssh refuses. `expected` are the values its key takes; without it, there is no such key. */
export interface SshProblem {
  key: string
  found: string
  expected?: readonly string[]
  suggestion: string | undefined
}

/** What ssh refuses of `KEY=VALUE` or `KEY VALUE`; undefined where it takes it. */
export function sshOptionProblem(option: string): SshProblem | undefined {
  const [, written = '', value = ''] = /^\s*([^\s=]*)\s*=?\s*(.*?)\s*$/s.exec(option) ?? []
  const key = BY_NAME.get(written.toLowerCase())
  if (key === undefined) return { key: written, found: option, suggestion: suggest(written, KEYS) }
  if (value.includes('$')) return undefined
  const choices = CHOICES[key] ?? (NUMBERS.has(key) ? [] : undefined)
  if (choices === undefined) return undefined
  const fits =
    choices.length > 0 ? [...choices, 'true', 'false'].includes(value.toLowerCase()) : /^(\d+|none)$/.test(value)
  return fits ? undefined : { key, found: value, expected: choices, suggestion: suggest(value, choices) }
}

/** What ssh says of an option it refuses, before it reaches anything; undefined where it takes it. Its status is then 255. */
export function sshRefusal(option: string): string | undefined {
  const problem = sshOptionProblem(option)
  if (!problem) return undefined
  const { key, found, expected } = problem
  if (!expected) return `command-line: line 0: Bad configuration option: ${key.toLowerCase()}\n`
  if (found === '') return `command-line line 0: no argument after keyword "${key.toLowerCase()}"\n`
  if (expected.length > 0) return `command-line line 0: unsupported option "${found}".\n`
  if (key === 'Port') return `command-line line 0: Bad port '${found}'.\n`
  return `command-line line 0: ${/Timeout|Interval/.test(key) ? 'invalid time value' : 'integer value invalid'}.\n`
}
