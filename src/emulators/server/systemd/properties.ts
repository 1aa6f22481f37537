import type { At } from '../server.ts'
import { enablementOf } from './enablement.ts'
import { stamp } from './journal-text.ts'
import { loadUnit } from './manager.ts'
import { typeOf } from './service.ts'
import { isYes, settingOf, spanOf, type UnitFile } from './unit-file.ts'
import { stateOf } from './unit-state.ts'

/** Properties of a unit that `systemctl show` tells (org.freedesktop.systemd1(5)). Others are not modelled. */
export async function propertiesOf(at: At, name: string): Promise<Readonly<Record<string, string>>> {
  const loaded = await loadUnit(at, name)
  const unit = 'unit' in loaded ? loaded.unit : undefined
  const state = stateOf(at.server.units, unit?.name ?? name)
  const set = (key: string, usual = ''): string => (unit && settingOf(unit, 'Service', key)) ?? usual
  const [, code = '', status = ''] = /^code=(\w+), status=(\d+)/.exec(state.ended) ?? []
  return {
    Id: unit?.name ?? name,
    Names: unit?.name ?? name,
    LoadState: loaded.kind,
    ActiveState: state.active,
    SubState: state.sub,
    Result: state.result,
    MainPID: String(state.pid),
    NRestarts: String(state.restarts),
    ExecMainStatus: status || '0',
    ExecMainCode: code === 'killed' ? '2' : code === 'exited' ? '1' : '0',
    ...(await filesOf(at, unit)),
    NeedDaemonReload: loaded.kind === 'loaded' && loaded.isChanged ? 'yes' : 'no',
    Description: (unit && settingOf(unit, 'Unit', 'Description')) ?? name,
    Type: unit ? typeOf(unit) : 'simple',
    User: set('User'),
    Group: set('Group'),
    WorkingDirectory: set('WorkingDirectory'),
    Restart: set('Restart', 'no'),
    RestartUSec: spanText(spanOf(set('RestartSec', '100ms')) ?? 100),
    TimeoutStopUSec: spanText(spanOf(set('TimeoutStopSec', set('TimeoutSec', '90'))) ?? 90_000),
    ActiveEnterTimestamp: state.active === 'active' ? stamp(state.since) : '',
    NoNewPrivileges: isYes(set('NoNewPrivileges')) ? 'yes' : 'no',
    ProtectSystem: yesOrWord(set('ProtectSystem', 'no')),
    ProtectHome: yesOrWord(set('ProtectHome', 'no')),
  }
}

/** A span as the manager writes it, `1min 30s` (systemd.time(7)). */
function spanText(milliseconds: number): string {
  if (milliseconds === Number.POSITIVE_INFINITY) return 'infinity'
  const units = [
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const
  let left = milliseconds
  const parts = units.flatMap(([name, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count > 0 ? [`${count}${name}`] : []
  })
  return parts.join(' ') || '0'
}

/** A setting that is yes, no or a word of its own, as the manager writes it. */
const yesOrWord = (text: string): string => (isYes(text) ? 'yes' : /^(0|no|false|off|n|f)$/i.test(text) ? 'no' : text)

/** Where a unit is, and whether it is enabled. */
const filesOf = async ({ server }: At, unit: UnitFile | undefined): Promise<Record<string, string>> => ({
  FragmentPath: unit?.path ?? '',
  DropInPaths: unit?.dropIns.join(' ') ?? '',
  UnitFileState: unit ? await enablementOf(server.files, unit) : '',
})
