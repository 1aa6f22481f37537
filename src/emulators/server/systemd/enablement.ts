import type { ServerFiles } from '../files.ts'
import { type UnitFile, valuesOf } from './unit-file.ts'

const DIRECTORY = '/etc/systemd/system'

const listOf = (unit: UnitFile, key: string): string[] =>
  valuesOf(unit, 'Install', key).flatMap((value) => value.split(/\s+/))

/** The links that enabling a unit makes (systemd.unit(5), [Install]). */
export const linksOf = (unit: UnitFile): string[] => [
  ...listOf(unit, 'Alias').map((name) => `${DIRECTORY}/${name}`),
  ...listOf(unit, 'WantedBy').map((target) => `${DIRECTORY}/${target}.wants/${unit.name}`),
  ...listOf(unit, 'RequiredBy').map((target) => `${DIRECTORY}/${target}.requires/${unit.name}`),
]

/** Units that are enabled along with one. */
export const alsoOf = (unit: UnitFile): string[] => listOf(unit, 'Also')

/** Whether a target wants a unit, by the links below /etc. */
export async function isEnabled(files: ServerFiles, name: string): Promise<boolean> {
  for (const directory of await files.names(DIRECTORY))
    if (/\.(wants|requires)$/.test(directory) && (await files.names(`${DIRECTORY}/${directory}`)).includes(name))
      return true
  return false
}

/** The units that some targets want. */
export async function wantedBy(files: ServerFiles, targets: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const target of targets)
    for (const kind of ['requires', 'wants']) found.push(...(await files.names(`${DIRECTORY}/${target}.${kind}`)))
  return [...new Set(found)]
}

/** What `is-enabled` says of a unit. */
export async function enablementOf(files: ServerFiles, unit: UnitFile): Promise<'enabled' | 'disabled' | 'static'> {
  if (await isEnabled(files, unit.name)) return 'enabled'
  return linksOf(unit).length > 0 || alsoOf(unit).length > 0 ? 'disabled' : 'static'
}

/** Makes the links of a unit. Gives what systemctl prints. */
export async function enable(files: ServerFiles, unit: UnitFile): Promise<string> {
  let said = ''
  for (const path of linksOf(unit)) {
    if ((await files.linkTarget(path)) !== undefined) continue
    await files.makeDirectory(path.slice(0, path.lastIndexOf('/')))
    await files.link(unit.path, path)
    said += `Created symlink '${path}' → '${unit.path}'.\n`
  }
  return said
}

/** Takes the links of a unit away. Gives what systemctl prints. */
export async function disable(files: ServerFiles, name: string): Promise<string> {
  let said = ''
  for (const entry of await files.names(DIRECTORY)) {
    const isDirectory = /\.(wants|requires)$/.test(entry)
    const path = isDirectory ? `${DIRECTORY}/${entry}/${name}` : `${DIRECTORY}/${entry}`
    const target = await files.linkTarget(path)
    if (target === undefined || target === '/dev/null' || !target.endsWith(`/${name}`)) continue
    await files.remove(path)
    said += `Removed '${path}'.\n`
  }
  return said
}

/** systemctl's words for units there is nothing to enable of. */
export const NO_INSTALL = `The unit files have no installation config (WantedBy=, RequiredBy=, UpheldBy=,
Also=, or Alias= settings in the [Install] section, and DefaultInstance= for
template units). This means they are not meant to be enabled or disabled using systemctl.

Possible reasons for having these kinds of units are:
• A unit may be statically enabled by being symlinked from another unit's
  .wants/, .requires/, or .upholds/ directory.
• A unit's purpose may be to act as a helper for some other unit which has
  a requirement dependency on it.
• A unit may be started when needed via activation (socket, path, timer,
  D-Bus, udev, scripted systemctl call, ...).
• In case of template units, the unit is meant to be enabled with some
  instance name specified.
`
