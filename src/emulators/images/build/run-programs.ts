import { NotModelled } from '../../model.ts'
import { isListed } from '../accounts.ts'
import { hasDirectory, hasFile, joinPath, treeAt } from '../image-files.ts'
import { checksums } from './checksums.ts'
import type { Draft } from './draft.ts'
import { pip, python } from './pip.ts'
import type { ProgramCall, RunResult } from './run-result.ts'

type RunProgram = (draft: Draft, invocation: ProgramCall) => RunResult

const OK: RunResult = { exitCode: 0, output: [] }
const failed = (line: string, exitCode = 1): RunResult => ({ exitCode, output: [line] })
const operands = (args: readonly string[]): string[] => args.filter((arg) => !arg.startsWith('-'))

/** Programs whose effect on an image is modelled. */
export const RUN_PROGRAMS: Readonly<Record<string, RunProgram>> = {
  pip,
  pip3: pip,
  python,
  python3: python,
  'apt-get': (draft, { args }) => packages(draft, args, 'install'),
  apt: (draft, { args }) => packages(draft, args, 'install'),
  apk: (draft, { args }) => packages(draft, args, 'add'),
  useradd: (draft, { args }) => account(draft, '/etc/passwd', args),
  adduser: (draft, { args }) => account(draft, '/etc/passwd', args),
  groupadd: (draft, { args }) => account(draft, '/etc/group', args),
  addgroup: (draft, { args }) => account(draft, '/etc/group', args),
  mkdir: makeDirectories,
  rm: removeFiles,
  touch: (draft, { args }) => {
    for (const path of operands(args)) draft.files[joinPath(draft.directory, path)] ??= ''
    return OK
  },
  chmod: (draft, { args }) => existing(draft, 'chmod', operands(args).slice(1)),
  chown: (draft, { args }) => chown(draft, operands(args)),
  echo: (_draft, { args }) => ({ exitCode: 0, output: [args.join(' ')] }),
  sha256sum: checksums,
  true: () => OK,
  false: () => ({ exitCode: 1, output: [] }),
}

function packages(draft: Draft, args: readonly string[], verb: 'install' | 'add'): RunResult {
  const [action, ...names] = operands(args)
  if (action === verb) {
    draft.programs = [...new Set([...draft.programs, ...names.map((name) => name.split('=')[0] ?? name)])]
    draft.bytes += names.length * 4_000_000
    return OK
  }
  if (['update', 'upgrade', 'clean', 'autoremove', 'purge', 'remove', 'del'].includes(action ?? '')) return OK
  throw new NotModelled(`RUN ${verb === 'add' ? 'apk' : 'apt-get'} ${args.join(' ')}`)
}

/** Options of useradd and its kin that take a value. */
const ACCOUNT_VALUES =
  /^-(?:[bcdDefgGhkKpsuSzZ]*[bcdefgGkKpsuZ]|-(?:uid|gid|home|home-dir|shell|groups|comment|gecos|ingroup|base-dir))$/

function account(draft: Draft, file: '/etc/passwd' | '/etc/group', args: readonly string[]): RunResult {
  const names = args.filter((arg, index) => !arg.startsWith('-') && !ACCOUNT_VALUES.test(args[index - 1] ?? ''))
  const [name, group] = names
  if (name === undefined) throw new NotModelled(`RUN that adds an account: ${args.join(' ')}`)
  if (group !== undefined && file === '/etc/passwd')
    return isListed(draft.files['/etc/group'], group) ? OK : failed(`adduser: The group '${group}' does not exist.`)
  if (isListed(draft.files[file], name))
    return failed(`${file === '/etc/group' ? 'groupadd: group' : 'useradd: user'} '${name}' already exists`, 9)
  draft.files[file] = `${draft.files[file] ?? ''}${name}:x:1000:1000::/home/${name}:/bin/sh\n`
  if (file === '/etc/passwd') {
    if (!isListed(draft.files['/etc/group'], name))
      draft.files['/etc/group'] = `${draft.files['/etc/group'] ?? ''}${name}:x:1000:\n`
    draft.files[`/home/${name}/`] = ''
  }
  return OK
}

function makeDirectories(draft: Draft, { args }: ProgramCall): RunResult {
  for (const path of operands(args)) {
    const absolute = joinPath(draft.directory, path)
    const parents = args.some((arg) => /^-\w*p/.test(arg))
    const exists = hasDirectory(draft.files, absolute)
    if (exists && !parents) return failed(`mkdir: cannot create directory '${path}': File exists`)
    const parent = absolute.slice(0, absolute.lastIndexOf('/')) || '/'
    if (!parents && !hasDirectory(draft.files, parent))
      return failed(`mkdir: cannot create directory '${path}': No such file or directory`)
    if (!exists) draft.files[`${absolute}/`] = ''
  }
  return OK
}

function removeFiles(draft: Draft, { args }: ProgramCall): RunResult {
  const force = args.some((arg) => /^-\w*f/.test(arg))
  for (const path of operands(args)) {
    const absolute = joinPath(draft.directory, path.replace(/\/\*$/, ''))
    const found = treeAt(draft.files, absolute)
    if (found.length === 0 && !force && !path.includes('*'))
      return failed(`rm: cannot remove '${path}': No such file or directory`)
    for (const [rest] of found) delete draft.files[`${absolute}${rest}`]
  }
  return OK
}

function chown(draft: Draft, [owner = '', ...paths]: readonly string[]): RunResult {
  const [user = '', group = ''] = owner.split(':')
  for (const [name, file, kind] of [
    [user, '/etc/passwd', 'user'],
    [group, '/etc/group', 'group'],
  ] as const)
    if (name !== '' && !/^\d+$/.test(name) && !isListed(draft.files[file], name))
      return failed(`chown: invalid ${kind}: '${owner}'`)
  return existing(draft, 'chown', paths)
}

function existing(draft: Draft, program: string, paths: readonly string[]): RunResult {
  const missing = paths.find((path) => {
    const absolute = joinPath(draft.directory, path)
    return !path.includes('*') && !hasFile(draft.files, absolute) && !hasDirectory(draft.files, absolute)
  })
  return missing === undefined ? OK : failed(`${program}: cannot access '${missing}': No such file or directory`)
}
