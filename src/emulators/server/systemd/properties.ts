import type { At } from '../server.ts'
import { enablementOf } from './enablement.ts'
import { stamp } from './journal-text.ts'
import { loadUnit } from './manager.ts'
import { typeOf } from './service.ts'
import { settingOf, spanOf, type UnitFile } from './unit-file.ts'
import { stateOf } from './unit-state.ts'

/** Properties of a unit that `systemctl show` tells (org.freedesktop.systemd1(5)). Others are not modelled. */
export async function propertiesOf(at: At, name: string): Promise<Readonly<Record<string, string>>> {
  const loaded = await loadUnit(at, name)
  const unit = 'unit' in loaded ? loaded.unit : undefined
  const state = stateOf(at.server.units, unit?.name ?? name)
  const set = (key: string, usual = ''): string => (unit && settingOf(unit, 'Service', key)) ?? usual
  const [, code = '', status = ''] = /^code=(\w+), status=(\d+)/.exec(state.ended) ?? []
  const restart = spanOf(set('RestartSec', '100ms')) ?? 100
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
    RestartUSec: restart % 1000 === 0 ? `${restart / 1000}s` : `${restart}ms`,
    ActiveEnterTimestamp: state.active === 'active' ? stamp(state.since) : '',
  }
}

/** Where a unit is, and whether it is enabled. */
const filesOf = async ({ server }: At, unit: UnitFile | undefined): Promise<Record<string, string>> => ({
  FragmentPath: unit?.path ?? '',
  DropInPaths: unit?.dropIns.join(' ') ?? '',
  UnitFileState: unit ? await enablementOf(server.files, unit) : '',
})
