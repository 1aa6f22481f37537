import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { type Makefile, parseMakefile } from './makefile.ts'

/** GNU make: rules, prerequisites, variables and recipes run through the machine's shell. */
export const make: Emulator = async (call) => {
  const { directory, file, variables, targets, switches } = readArguments(call)
  const path = await findMakefile(call, directory, file)
  if (path === undefined)
    return targets.length > 0
      ? fail(`make: *** No rule to make target '${targets[0]}'.  Stop.\n`, 2)
      : fail('make: *** No targets specified and no makefile found.  Stop.\n', 2)
  const parsed = parseMakefile(await call.files.read(path), { env: call.env, overrides: variables })
  if (typeof parsed === 'string') return fail(`${path.slice(directory.length + 1)}:${parsed}  Stop.\n`, 2)
  const goals = targets.length > 0 ? targets : parsed.rules.slice(0, 1).map(({ target }) => target)
  const building: Building = { call: { ...call, cwd: directory }, parsed, switches, done: new Set(), output: succeed() }
  for (const goal of goals) if (!(await build(building, goal, undefined))) break
  return building.output
}

interface Building {
  call: EmulatedCall
  parsed: Makefile
  switches: ReadonlySet<string>
  done: Set<string>
  output: Output
}

function readArguments(call: EmulatedCall) {
  const found = {
    directory: call.cwd,
    file: undefined as string | undefined,
    variables: {} as Record<string, string>,
    targets: [] as string[],
    switches: new Set<string>(),
  }
  const queue = [...call.args]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(word)
    if (word === '-C') found.directory = joinPath(call.cwd, queue.shift() ?? '.')
    else if (word === '-f') found.file = queue.shift()
    else if (/^(-[sn]|--silent|--dry-run|--no-print-directory)$/.test(word))
      found.switches.add(word.replace('--silent', '-s').replace('--dry-run', '-n'))
    else if (word.startsWith('-')) throw new NotModelled(`make ${word}`)
    else if (assignment) found.variables[assignment[1] ?? ''] = assignment[2] ?? ''
    else found.targets.push(word)
  }
  return found
}

async function findMakefile(
  call: EmulatedCall,
  directory: string,
  file: string | undefined,
): Promise<string | undefined> {
  for (const name of file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file])
    if (await call.files.exists(joinPath(directory, name))) return joinPath(directory, name)
  return undefined
}

/** Builds a target after its prerequisites. False when make stops. */
async function build(building: Building, target: string, neededBy: string | undefined): Promise<boolean> {
  const { call, parsed, done } = building
  if (done.has(target)) return true
  done.add(target)
  const rule = parsed.rules.find((one) => one.target === target)
  const path = joinPath(call.cwd, target)
  if (!rule) {
    if (await call.files.exists(path))
      return neededBy !== undefined || say(building, `make: Nothing to be done for '${target}'.`)
    const needed = neededBy === undefined ? '' : `, needed by '${neededBy}'`
    return stop(building, `make: *** No rule to make target '${target}'${needed}.  Stop.`)
  }
  for (const prerequisite of rule.prerequisites) if (!(await build(building, prerequisite, target))) return false
  if (!parsed.phony.has(target) && rule.recipe.length > 0 && (await call.files.exists(path)))
    throw new NotModelled(`make: whether the file ${target} is up to date`)
  if (rule.recipe.length === 0 && neededBy === undefined && rule.prerequisites.length === 0)
    return say(building, `make: Nothing to be done for '${target}'.`)
  for (const { line, text } of rule.recipe) if (!(await runLine(building, { target, line, text, rule }))) return false
  return true
}

async function runLine(
  building: Building,
  at: { target: string; line: number; text: string; rule: Makefile['rules'][number] },
): Promise<boolean> {
  const { call, parsed, switches } = building
  const [, prefix = ''] = /^([@+-]*)/.exec(at.text) ?? []
  const command = parsed.expand(at.text.slice(prefix.length), {
    '@': at.target,
    '<': at.rule.prerequisites[0] ?? '',
    '^': at.rule.prerequisites.join(' '),
  })
  if (!prefix.includes('@') && !switches.has('-s')) say(building, command)
  if (switches.has('-n')) return true
  const result = await call.shell(command, { cwd: call.cwd, env: { ...call.env } })
  building.output.stdout += result.stdout
  building.output.stderr += result.stderr
  if (result.exitCode === 0 || prefix.includes('-')) return true
  return stop(building, `make: *** [Makefile:${at.line}: ${at.target}] Error ${result.exitCode}`)
}

function say(building: Building, line: string): true {
  building.output.stdout += `${line}\n`
  return true
}

function stop(building: Building, message: string): false {
  building.output = { ...building.output, stderr: `${building.output.stderr}${message}\n`, exitCode: 2 }
  return false
}
