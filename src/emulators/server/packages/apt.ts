import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../../model.ts'
import { type CommandOptions, isRefused, readOptions } from '../options.ts'
import { isRoot, serverOf } from '../server.ts'
import type { Server } from '../state.ts'
import { startInstalled, stopRemoved } from '../systemd/installed.ts'
import { ARCHIVE, ARCHIVE_HOST } from './archive.ts'
import { additionsOf, installedVersion, removePackage, unpack } from './install.ts'

const MODELLED =
  'yes assume-yes y quiet q qq simulate install-recommends no-install-recommends with-new-pkgs option o no-upgrade purge auto-remove'

interface At {
  call: EmulatedCall
  server: Server
  options: CommandOptions
}

/** `apt-get`, and `apt` for what both do, with the packages of ARCHIVE. */
export const apt =
  (tool: 'apt' | 'apt-get'): Emulator =>
  async (call) => {
    const server = serverOf(call, tool)
    const options = await readOptions(tool, call.args, { modelled: MODELLED, status: 100 })
    if (isRefused(options)) return options
    const run = COMMANDS[options.command]
    if (!run) throw new NotModelled(`${tool} ${call.args.join(' ')}`)
    const output = await run({ call, server, options })
    const note = tool === 'apt' && output.stdout !== '' ? `\n${UNSTABLE}\n` : ''
    return { ...output, stderr: `${note}${output.stderr}` }
  }

const UNSTABLE = 'WARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n'

const COMMANDS: Readonly<Record<string, (at: At) => Output | Promise<Output>>> = {
  update,
  install,
  remove: (at) => remove(at, { purge: at.options.has('purge') }),
  purge: (at) => remove(at, { purge: true }),
  upgrade,
  'full-upgrade': upgrade,
  'dist-upgrade': upgrade,
  clean: () => succeed(),
  autoremove: (at) => (isRoot(at.call) ? succeed(quiet(at, `${READING}${NOTHING}`)) : LOCKED),
}

const LISTS = `/var/lib/apt/lists/${ARCHIVE_HOST}_debian_dists_trixie_InRelease`

const LOCKED = fail(
  'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n',
  100,
)

const READING = 'Reading package lists...\nBuilding dependency tree...\nReading state information...\n'
const NOTHING = '0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n'

/** `-qq` prints errors only. */
const quiet = ({ call }: At, text: string): string =>
  call.args.some((arg) => /^-[a-z]*q[a-z]*q|^-q=2$/.test(arg)) || call.args.filter((arg) => arg === '-q').length > 1
    ? ''
    : text

async function update(at: At): Promise<Output> {
  if (!isRoot(at.call))
    return fail(
      `${quiet(at, 'Reading package lists...\n')}E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\nE: Unable to lock directory /var/lib/apt/lists/\n`,
      100,
    )
  await at.server.files.write(LISTS, 'Origin: Debian\nSuite: stable\nCodename: trixie\n')
  return succeed(
    quiet(
      at,
      `Get:1 http://${ARCHIVE_HOST}/debian trixie InRelease [140 kB]\nGet:2 http://${ARCHIVE_HOST}/debian trixie/main amd64 Packages [9,669 kB]\nFetched 9,809 kB in 1s (9,809 kB/s)\nReading package lists...\n`,
    ),
  )
}

async function install(at: At): Promise<Output> {
  const { call, server, options } = at
  if (!isRoot(call)) return LOCKED
  const names = options.operands.map((word) => word.split('=')[0] ?? '')
  const isListed = await server.files.exists(LISTS)
  const unknown = names.find((name) => !(isListed && ARCHIVE[name]) && installedVersion(server, name) === undefined)
  if (unknown !== undefined && isListed) throw new NotModelled(`the Debian package ${unknown}`)
  if (unknown !== undefined) return fail(`${quiet(at, READING)}E: Unable to locate package ${unknown}\n`, 100)
  const other = options.operands.find((word) => word.includes('=') && !isVersion(word))
  if (other !== undefined)
    return fail(
      `${quiet(at, READING)}E: Version '${other.split('=')[1]}' for '${other.split('=')[0]}' was not found\n`,
      100,
    )
  const added = additionsOf(names, { installed: server.packages, recommends: !options.has('no-install-recommends') })
  const head = `${READING}${names
    .filter((name) => !added.includes(name))
    .map((name) => `${name} is already the newest version (${installedVersion(server, name)}).\n`)
    .join('')}${listed(added, names)}`
  if (options.has('simulate')) return succeed(quiet(at, head))
  if (added.length > names.length && !mayGoOn(at))
    return { ...fail('', 1), stdout: `${head}Do you want to continue? [Y/n] Abort.\n` }
  for (const name of added) await unpack(server, name)
  const started = await startInstalled(
    call,
    added.flatMap((name) => ARCHIVE[name]?.units ?? []),
  )
  const log = added.map((name) => `Setting up ${name} (${ARCHIVE[name]?.version}) ...\n`).join('')
  return succeed(quiet(at, `${head}${log}${started}`))
}

const isVersion = (word: string): boolean => {
  const [name = '', version] = word.split('=')
  return ARCHIVE[name]?.version === version
}

const mayGoOn = ({ call, options }: At): boolean =>
  options.has('yes', 'assume-yes', 'y') || call.args.some((arg) => /^-[a-z]*y/.test(arg)) || /^\s*y/i.test(call.stdin)

function listed(added: readonly string[], asked: readonly string[]): string {
  if (added.length === 0) return NOTHING
  const more = added.filter((name) => !asked.includes(name)).sort()
  const extra = more.length > 0 ? `The following additional packages will be installed:\n  ${more.join(' ')}\n` : ''
  return `${extra}The following NEW packages will be installed:\n  ${[...added].sort().join(' ')}\n0 upgraded, ${added.length} newly installed, 0 to remove and 0 not upgraded.\n`
}

async function remove(at: At, how: { purge: boolean }): Promise<Output> {
  const { call, server, options } = at
  if (!isRoot(call)) return LOCKED
  const names = options.operands
  const unknown = names.find((name) => !ARCHIVE[name])
  if (unknown !== undefined) throw new NotModelled(`removing the package ${unknown}`)
  const gone = names.filter((name) => server.packages.has(name))
  await stopRemoved(
    call,
    gone.flatMap((name) => ARCHIVE[name]?.units ?? []),
  )
  for (const name of gone) {
    await removePackage(server, name, how)
  }
  const absent = names
    .filter((name) => !gone.includes(name))
    .map((name) => `Package '${name}' is not installed, so not removed\n`)
  return succeed(
    quiet(
      at,
      `${READING}${absent.join('')}${gone.map((name) => `Removing ${name} (${ARCHIVE[name]?.version}) ...\n`).join('')}`,
    ),
  )
}

/** The world's packages are the newest there are. */
function upgrade(at: At): Output {
  return isRoot(at.call) ? succeed(quiet(at, `${READING}Calculating upgrade...\n${NOTHING}`)) : LOCKED
}

/** `dpkg -s NAME`, `dpkg -l NAME…` and `dpkg --print-architecture`. */
export const dpkg: Emulator = async (call) => {
  const server = serverOf(call, 'dpkg')
  const [flag, ...names] = call.args
  if (flag === '--print-architecture') return succeed('amd64\n')
  if (!/^(-s|--status)$/.test(flag ?? '') || names.length === 0) throw new NotModelled(`dpkg ${call.args.join(' ')}`)
  const found = names.map((name) => [name, installedVersion(server, name)] as const)
  const missing = found.filter(([, version]) => version === undefined)
  return {
    stdout: found
      .flatMap(([name, version]) =>
        version === undefined
          ? []
          : [`Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: ${version}\n`],
      )
      .join('\n'),
    stderr: missing.map(([name]) => `${ABSENT(name)}\n`).join(''),
    exitCode: missing.length > 0 ? 1 : 0,
  }
}

const ABSENT = (name: string): string =>
  `dpkg-query: package '${name}' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.`

/** `dpkg-query --show [--showformat FORMAT] NAME…`, with `${Package}`, `${Version}` and the status. */
export const dpkgQuery: Emulator = async (call) => {
  const server = serverOf(call, 'dpkg-query')
  const args = call.args.flatMap((arg) => arg.split(/(?<=^--showformat)=/))
  const at = args.findIndex((arg) => /^(-f|--showformat)$/.test(arg))
  const format = at < 0 ? '${Package}\\t${Version}\\n' : (args[at + 1] ?? '')
  const names = args.filter((arg, index) => !arg.startsWith('-') && !(at >= 0 && index === at + 1))
  if (!args.some((arg) => /^(-W|--show)$/.test(arg)) || names.length === 0)
    throw new NotModelled(`dpkg-query ${call.args.join(' ')}`)
  const missing = names.filter((name) => installedVersion(server, name) === undefined)
  const shown = names
    .filter((name) => !missing.includes(name))
    .map((name) => filled(format, name, installedVersion(server, name) ?? ''))
  return {
    stdout: shown.join(''),
    stderr: missing.map((name) => `dpkg-query: no packages found matching ${name}\n`).join(''),
    exitCode: missing.length > 0 ? 1 : 0,
  }
}

function filled(format: string, name: string, version: string): string {
  const known: Readonly<Record<string, string>> = {
    Package: name,
    Version: version,
    Status: 'install ok installed',
    'db:Status-Status': 'installed',
    'db:Status-Abbrev': 'ii ',
    Architecture: 'amd64',
  }
  return format
    .replace(/\$\{([^}]+)\}/g, (_, field: string) => {
      const value = known[field]
      if (value === undefined) throw new NotModelled(`dpkg-query with \${${field}}`)
      return value
    })
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
}
