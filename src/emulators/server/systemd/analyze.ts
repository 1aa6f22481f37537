import { joinPath } from '../../images/image-files.ts'
import { type Emulator, fail, NotModelled, succeed } from '../../model.ts'
import { type At, asRoot, serverAt } from '../server.ts'
import { readCommand } from './command-line.ts'
import { problemsOf } from './manager.ts'
import { ignoredLines, readUnit, type UnitFile, valuesOf } from './unit-file.ts'

/** `systemd-analyze verify FILE…`, of services: what the manager would say of them (systemd-analyze(1)). A line it ignores is no failure. */
export const systemdAnalyze: Emulator = async (call) => {
  const at = serverAt(call, 'systemd-analyze')
  const [command, ...words] = call.args.filter((arg) => arg !== '--man=no')
  if (command !== 'verify' || words.length === 0 || words.some((word) => !/^[^-].*\.service$/.test(word)))
    throw new NotModelled(`systemd-analyze ${call.args.join(' ')}`)
  let said = ''
  let exitCode = 0
  for (const word of words) {
    const path = joinPath(call.cwd, word)
    if (!(await at.server.files.exists(path))) return fail(`Unit ${path.slice(path.lastIndexOf('/') + 1)} not found.\n`)
    const unit = await readUnit(at.server.files, path)
    const [warnings, problems] = [ignoredLines(unit), problemsOf(unit)]
    const missing = problems.length > 0 ? [] : await missingPrograms(at, unit)
    const refusal = problems.length > 0 ? [`Unit ${unit.name} has a bad unit file setting.`] : []
    said += [...warnings, ...problems, ...refusal, ...missing].map((one) => `${one}\n`).join('')
    if (problems.length + missing.length > 0) exitCode = 1
  }
  return exitCode === 0 ? succeed('', said) : fail(said, exitCode)
}

/** Programs that are not there, or that nobody may run. */
async function missingPrograms({ server: { files }, world }: At, unit: UnitFile): Promise<string[]> {
  const lines = ['ExecStart', 'ExecStartPre', 'ExecReload', 'ExecStop'].flatMap((key) => valuesOf(unit, 'Service', key))
  return asRoot(world, async () => {
    const found = await Promise.all(
      lines.map(async (text) => {
        const command = readCommand(text, { unit, env: {} })
        if (typeof command === 'string' || !command.path.startsWith('/')) return []
        const why = !(await files.exists(command.path))
          ? 'No such file or directory'
          : ((await files.mode(command.path)) & 0o111) === 0
            ? 'Permission denied'
            : undefined
        return why === undefined ? [] : [`${unit.name}: Command ${command.path} is not executable: ${why}`]
      }),
    )
    return found.flat()
  })
}
