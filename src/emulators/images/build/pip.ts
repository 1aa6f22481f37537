import { NotModelled } from '../../model.ts'
import { findProgram, hasFile, joinPath } from '../image-files.ts'
import type { Draft } from './draft.ts'
import { parseRequirement, parseRequirements, type Requirement } from './requirements.ts'
import type { ProgramCall, RunResult } from './run-result.ts'

/** Console scripts that packages install, where the script is not named as the package. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ['uvicorn'],
  gunicorn: ['gunicorn'],
  hypercorn: ['hypercorn'],
  celery: ['celery'],
  alembic: ['alembic'],
  pytest: ['pytest'],
  'fastapi[standard]': ['fastapi', 'uvicorn'],
  'fastapi-cli': ['fastapi'],
}

/** pip's options that take a value. */
const VALUED =
  /^(?:-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|--prefix|-t|--target|--root|--timeout|--retries|--trusted-host|-f|--find-links|--platform|--python-version|--only-binary|--no-binary|--cache-dir|--progress-bar|--upgrade-strategy)$/

/** `pip install`. Whether the index has a version is not known here: every well-formed requirement is taken as available. */
export function pip(draft: Draft, { program, args }: ProgramCall): RunResult {
  const [action, ...rest] = args.filter((arg, index) => !(arg.startsWith('-') && index < args.indexOf('install')))
  if (action !== 'install') throw new NotModelled(`RUN pip ${args.join(' ')}`)
  const given = splitOptions(rest)
  const collected = collect(draft, given)
  if (!Array.isArray(collected)) return collected
  if (collected.length === 0 && given.files.length === 0)
    return {
      exitCode: 1,
      output: ['ERROR: You must give at least one requirement to install (see "pip help install")'],
    }
  const names = collected.map((requirement) => install(draft, requirement, prefixOf(draft, program, given)))
  const isQuiet = [...given.switches].some((name) => /^(?:-q+|--quiet)$/.test(name))
  return { exitCode: 0, output: names.length > 0 && !isQuiet ? [`Successfully installed ${names.join(' ')}`] : [] }
}

/** `python -m pip`, `python -m venv` and versions. */
export function python(draft: Draft, { program, args }: ProgramCall): RunResult {
  const [flag, module, ...rest] = args
  if (flag === '-m' && module === 'pip') return pip(draft, { program, args: rest })
  if (flag === '-m' && module === 'venv') return venv(draft, rest)
  throw new NotModelled(`RUN ${program} ${args.join(' ')}`)
}

function venv(draft: Draft, args: readonly string[]): RunResult {
  const path = args.find((arg) => !arg.startsWith('-'))
  if (path === undefined) return { exitCode: 2, output: ['venv: error: the following arguments are required: ENV_DIR'] }
  const root = joinPath(draft.directory, path)
  for (const name of ['python', 'python3', 'pip', 'pip3', 'activate']) draft.files[`${root}/bin/${name}`] = ''
  draft.files[`${sitePackages(draft, root)}/`] = ''
  return { exitCode: 0, output: [] }
}

interface Options {
  files: string[]
  names: string[]
  values: Map<string, string>
  switches: Set<string>
}

function splitOptions(args: readonly string[]): Options {
  const options: Options = { files: [], names: [], values: new Map(), switches: new Set() }
  for (let index = 0; index < args.length; index++) {
    const [name = '', inline] = (args[index] ?? '').split(/=(.*)/s)
    if (!name.startsWith('-')) options.names.push(args[index] ?? '')
    else if (!VALUED.test(name)) options.switches.add(name)
    else if (/^(-r|--requirement)$/.test(name)) options.files.push(inline ?? args[++index] ?? '')
    else options.values.set(name, inline ?? args[++index] ?? '')
  }
  return options
}

function collect(draft: Draft, given: Options): Requirement[] | RunResult {
  const requirements: Requirement[] = []
  const files = [...given.files]
  for (const name of given.names) {
    if (/^(\.|\/|git\+|https?:)/.test(name) || given.switches.has('-e'))
      throw new NotModelled(`RUN pip install ${name}`)
    const requirement = parseRequirement(name)
    if (!requirement) return { exitCode: 1, output: [`ERROR: Invalid requirement: '${name}'`] }
    requirements.push(requirement)
  }
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const path = joinPath(draft.directory, file)
    if (!hasFile(draft.files, path))
      return {
        exitCode: 1,
        output: [`ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${file}'`],
      }
    const parsed = parseRequirements(draft.files[path] ?? '', file)
    if (!parsed.ok) return { exitCode: 1, output: [parsed.message] }
    requirements.push(...parsed.requirements)
    files.push(...parsed.includes.map((include) => joinPath(path.slice(0, path.lastIndexOf('/')), include)))
  }
  return requirements
}

/** Where scripts and packages go: `--prefix`, `--user`, or the environment the pip belongs to. */
function prefixOf(draft: Draft, program: string, given: Options): string {
  if (given.values.has('--target') || given.values.has('-t')) throw new NotModelled('RUN pip install --target')
  const prefix = given.values.get('--prefix')
  if (prefix !== undefined) return joinPath(draft.directory, prefix)
  if (given.switches.has('--user')) return joinPath(draft.env.HOME ?? homeOf(draft), '.local')
  const path = findProgram(draft, program) ?? '/usr/local/bin/pip'
  return path.startsWith('/usr/bin') ? '/usr/local' : path.replace(/\/bin\/[^/]+$/, '')
}

const homeOf = (draft: Draft): string => (draft.user === '' || draft.user === 'root' ? '/root' : `/home/${draft.user}`)

function install(draft: Draft, { name, extras }: Requirement, prefix: string): string {
  const scripts = [name, ...extras.map((extra) => `${name}[${extra}]`)].flatMap((key) => SCRIPTS[key] ?? [])
  for (const script of scripts) draft.files[`${prefix}/bin/${script}`] = ''
  for (const module of [name, ...scripts])
    draft.files[`${sitePackages(draft, prefix)}/${module.replaceAll('-', '_')}/__init__.py`] = ''
  draft.bytes += 6_000_000
  return name
}

function sitePackages(draft: Draft, prefix: string): string {
  const version = draft.env.PYTHON_VERSION ?? '3.11'
  return `${prefix}/lib/python${version}/site-packages`
}
