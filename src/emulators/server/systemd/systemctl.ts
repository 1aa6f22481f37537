import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../../model.ts'
import { signalNumber } from '../../process/commands.ts'
import { endProcess } from '../../process/processes.ts'
import { type CommandOptions, isRefused, readOptions } from '../options.ts'
import { reboot } from '../reboot.ts'
import { type At, isRoot, serverAt } from '../server.ts'
import { alsoOf, disable, enable, linksOf, NO_INSTALL } from './enablement.ts'
import { type Loaded, loadUnit, reloadManager, startUnit, stopUnit } from './manager.ts'
import { type JobResult, reloadService } from './service.ts'
import { readers } from './systemctl-read.ts'
import { type UnitFile, unitName, valuesOf } from './unit-file.ts'
import { stateOf } from './unit-state.ts'

/** A call of systemctl that names units. */
export interface Asked {
  at: At
  call: EmulatedCall
  options: CommandOptions
}

const MODELLED =
  'quiet now no-pager full lines property value all no-legend plain type state signal kill-whom runtime P system no-ask-password no-block wait'

/** `systemctl` of a server. */
export const systemctl: Emulator = async (call) => {
  const at = serverAt(call, 'systemctl')
  const options = await readOptions('systemctl', call.args, { modelled: MODELLED })
  if (isRefused(options)) return options
  // A server that answers has booted; of units it would wait until they end.
  if (options.has('wait') && options.command !== 'is-system-running') throw new NotModelled('systemctl --wait')
  const asked = { at, call, options }
  const read = readers[options.command]
  if (read) return read(asked)
  const change = CHANGES[options.command]
  if (!change) throw new NotModelled(`systemctl ${call.args.join(' ')}`)
  return change(asked)
}

type Change = (asked: Asked) => Promise<Output>

const CHANGES: Readonly<Record<string, Change>> = {
  start: eachUnit('start', (asked, unit) => startUnit(asked.at, unit)),
  stop: eachUnit('stop', async (asked, unit) => {
    await stopUnit(asked.at, unit)
    return 'done'
  }),
  restart: eachUnit('restart', restartUnit),
  'try-restart': eachUnit('restart', async (asked, unit) =>
    stateOf(asked.at.server.units, unit.name).active === 'active' ? restartUnit(asked, unit) : 'done',
  ),
  reload: eachUnit('reload', reloadUnit),
  'reload-or-restart': eachUnit('restart', (asked, unit) =>
    valuesOf(unit, 'Service', 'ExecReload').length > 0 && stateOf(asked.at.server.units, unit.name).active === 'active'
      ? reloadUnit(asked, unit)
      : restartUnit(asked, unit),
  ),
  enable: (asked) => changeLinks(asked, 'enable'),
  reenable: (asked) => changeLinks(asked, 'enable'),
  disable: (asked) => changeLinks(asked, 'disable'),
  mask: (asked) => mask(asked, true),
  unmask: (asked) => mask(asked, false),
  'daemon-reload': async ({ at, call }) => {
    if (!isRoot(call)) return fail('Failed to reload daemon: Access denied\n')
    await reloadManager(at)
    return succeed()
  },
  'reset-failed': async ({ at, options }) => {
    for (const [name, state] of at.server.units.states)
      if (state.active === 'failed' && (options.operands.length === 0 || options.operands.map(unitName).includes(name)))
        Object.assign(state, { active: 'inactive', sub: 'dead', result: 'success', starts: [] })
    return succeed()
  },
  kill: killUnits,
  reboot: ({ call }) => reboot(call),
}

async function restartUnit({ at }: Asked, unit: UnitFile) {
  await stopUnit(at, unit)
  return startUnit(at, unit)
}

async function reloadUnit({ at }: Asked, unit: UnitFile): Promise<JobResult | Output> {
  if (valuesOf(unit, 'Service', 'ExecReload').length === 0)
    return fail(
      `Failed to reload ${unit.name}: Job type reload is not applicable for unit ${unit.name}.\n${detailsOf(unit.name)}`,
    )
  if (stateOf(at.server.units, unit.name).active !== 'active')
    return fail(`${unit.name} is not active, cannot reload.\n`)
  return reloadService(at, unit)
}

/** A verb for each of the units named, in order. All are tried; the last failure gives the status. */
function eachUnit(
  verb: string,
  run: (asked: Asked, unit: UnitFile) => Promise<JobResult | 'dependency' | Output>,
): Change {
  return async (asked) => {
    const output = succeed()
    if (asked.options.operands.length === 0) return fail('Too few arguments.\n')
    for (const word of asked.options.operands) {
      const one = await oneUnit(asked, { verb, word, run })
      output.stderr += one.stderr
      output.exitCode = one.exitCode || output.exitCode
    }
    return output
  }
}

interface Job {
  verb: string
  word: string
  run: (asked: Asked, unit: UnitFile) => Promise<JobResult | 'dependency' | Output>
}

async function oneUnit(asked: Asked, { verb, word, run }: Job): Promise<Output> {
  const { at, call } = asked
  const name = unitName(word)
  if (!isRoot(call)) return fail(`Failed to ${verb} ${name}: Access denied\n${detailsOf(name)}`, 4)
  const loaded = await loadUnit(at, word)
  if (loaded.kind !== 'loaded') return unloaded(verb, name, loaded)
  const warning = loaded.isChanged ? changedOnDisk(name) : ''
  const result = await run(asked, loaded.unit)
  if (name.endsWith('.service')) call.effect({ verb: 'update', kind: 'service', name: name.replace(/\.service$/, '') })
  if (typeof result === 'object') return { ...result, stderr: warning + result.stderr }
  return result === 'done' ? succeed('', warning) : fail(`${warning}${jobFailed(name, result)}`)
}

const detailsOf = (name: string): string => `See system logs and 'systemctl status ${name}' for details.\n`

/** Warning of units whose files are newer than what the manager has. */
export const changedOnDisk = (name: string): string =>
  `Warning: The unit file, source configuration file or drop-ins of ${name} changed on disk. Run 'systemctl daemon-reload' to reload units.\n`

function unloaded(verb: string, name: string, { kind }: Exclude<Loaded, { kind: 'loaded' }>): Output {
  if (kind === 'masked') return fail(`Failed to ${verb} ${name}: Unit ${name} is masked.\n`)
  if (kind === 'bad-setting')
    return fail(`Failed to ${verb} ${name}: Unit ${name} has a bad unit file setting.\n${detailsOf(name)}`)
  return fail(`Failed to ${verb} ${name}: Unit ${name} not ${verb === 'stop' ? 'loaded' : 'found'}.\n`, 5)
}

const WHY: Readonly<Record<Exclude<JobResult | 'dependency', 'done' | 'dependency'>, string>> = {
  'exit-code': 'the control process exited with error code',
  signal: 'a fatal signal was delivered to the control process',
  timeout: 'a timeout was exceeded',
  resources: 'of unavailable resources or another system error',
  'start-limit-hit': 'start of the service was attempted too often',
}

function jobFailed(name: string, result: JobResult | 'dependency'): string {
  if (result === 'dependency') return `A dependency job for ${name} failed. See 'journalctl -xe' for details.\n`
  if (result === 'done') return ''
  return `Job for ${name} failed because ${WHY[result]}.\nSee "systemctl status ${name}" and "journalctl -xeu ${name}" for details.\n`
}

async function changeLinks(asked: Asked, verb: 'enable' | 'disable'): Promise<Output> {
  const { at, call, options } = asked
  const output = succeed()
  if (!isRoot(call)) return fail(`Failed to ${verb} unit: Access denied\n`)
  for (const word of options.operands) {
    const loaded = await loadUnit(at, word)
    if (loaded.kind === 'not-found') return fail(`Failed to ${verb} unit: Unit ${unitName(word)} does not exist\n`)
    if (loaded.kind === 'masked') return fail(`Failed to ${verb} unit: Unit ${unitName(word)} is masked\n`)
    const { unit } = loaded as { unit: UnitFile }
    output.stderr += await sysvNote(asked, unit, verb)
    output.stderr += verb === 'enable' ? await enableWith(at, unit) : await disable(at.server.files, unit.name)
  }
  if (!options.has('now')) return output
  const then = await CHANGES[verb === 'enable' ? 'start' : 'stop']?.(asked)
  return { ...output, stderr: output.stderr + (then?.stderr ?? ''), exitCode: then?.exitCode ?? 0 }
}

async function enableWith({ server }: At, unit: UnitFile): Promise<string> {
  if (linksOf(unit).length === 0 && alsoOf(unit).length === 0) return NO_INSTALL
  return enable(server.files, unit)
}

/** Debian says so of each service that has a script of System V's too. */
async function sysvNote({ at }: Asked, { name }: UnitFile, verb: string): Promise<string> {
  const script = name.replace(/\.service$/, '')
  const program = '/usr/lib/systemd/systemd-sysv-install'
  if (!(await at.server.files.exists(`/etc/init.d/${script}`))) return ''
  return `Synchronizing state of ${name} with SysV service script with ${program}.\nExecuting: ${program} ${verb} ${script}\n`
}

async function mask({ at, call, options }: Asked, isMasked: boolean): Promise<Output> {
  const { files } = at.server
  if (!isRoot(call)) return fail(`Failed to ${isMasked ? '' : 'un'}mask unit: Access denied\n`)
  let said = ''
  for (const name of options.operands.map(unitName)) {
    const path = `/etc/systemd/system/${name}`
    const isLinked = (await files.linkTarget(path)) === '/dev/null'
    if (isMasked && !isLinked && (await files.exists(path)))
      return fail(`Failed to mask unit: File '${path}' already exists\n`)
    if (isMasked && !isLinked) {
      await files.link('/dev/null', path)
      said += `Created symlink '${path}' → '/dev/null'.\n`
    }
    if (!isMasked && isLinked) {
      await files.remove(path)
      said += `Removed '${path}'.\n`
    }
  }
  return succeed('', said)
}

async function killUnits({ at, call, options }: Asked): Promise<Output> {
  const word = options.value('signal') ?? 'TERM'
  const signal = signalNumber(word)
  if (Number.isNaN(signal)) return fail(`Failed to parse signal string "${word}".\n`)
  for (const name of options.operands.map(unitName)) {
    if (!isRoot(call)) return fail(`Failed to kill unit ${name}: Access denied\n`, 4)
    const { pid } = stateOf(at.server.units, name)
    if (pid === 0) return fail(`Failed to kill unit ${name}: Unit ${name} not loaded.\n`)
    await endProcess(at.world, pid, signal)
  }
  return succeed()
}
