import { type Draft, draftFrom } from '../images/build/draft.ts'
import { pip, python } from '../images/build/pip.ts'
import type { RunResult } from '../images/build/run-result.ts'
import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, fail, type Output } from '../model.ts'
import { filesBelow } from './source.ts'
import { unknownOption } from './unknown-option.ts'

/** `python3 -m venv DIRECTORY`. One that is there already keeps its packages. */
export async function makeEnvironment(call: EmulatedCall, args: readonly string[]): Promise<Output> {
  const draft = draftOf(call, {})
  const made = python(draft, { program: 'python3', args: ['-m', 'venv', ...args] })
  const root = joinPath(call.cwd, args.find((arg) => !arg.startsWith('-')) ?? '')
  if (made.exitCode === 0) await writeNew(call, draft, root)
  return outputOf(made)
}

/** `pip install` in the virtual environment at hand. Outside one Debian's pip refuses (PEP 668). */
export async function installPackages(call: EmulatedCall, args: readonly string[]): Promise<Output> {
  const unknown = await unknownOption('pip', args)
  if (unknown !== undefined) return fail(`\nUsage:   \n  pip <command> [options]\n\nno such option: ${unknown}\n`, 2)
  const root = call.env.VIRTUAL_ENV
  if (root === undefined) return fail(EXTERNALLY_MANAGED)
  const program = `${root}/bin/pip`
  const draft = draftOf(call, { ...(await filesBelow(call, /\.txt$/)), [program]: '' })
  const installed = pip(draft, { program, args })
  await writeNew(call, draft, root)
  return outputOf(installed)
}

/** Whether the virtual environment at hand has a module. */
export async function isInstalled({ env, files }: EmulatedCall, module: string): Promise<boolean> {
  return env.VIRTUAL_ENV !== undefined && files.exists(`${env.VIRTUAL_ENV}/lib/python${MINOR}/site-packages/${module}`)
}

const MINOR = '3.13'

const EXTERNALLY_MANAGED = `error: externally-managed-environment

× This environment is externally managed
╰─> To install Python packages system-wide, try apt install
    python3-xyz, where xyz is the package you are trying to
    install.
`

function draftOf(call: EmulatedCall, files: Record<string, string>): Draft {
  const draft = draftFrom(undefined, 'linux/amd64')
  return Object.assign(draft, { directory: call.cwd, env: { PYTHON_VERSION: MINOR }, files })
}

/** The files that came with it, each program as a script that calls the machine's own Python in the environment. */
async function writeNew({ files }: EmulatedCall, draft: Draft, root: string): Promise<void> {
  for (const path of Object.keys(draft.files)) {
    if (!path.startsWith(`${root}/`) || path.endsWith('/') || (await files.exists(path))) continue
    const name = path.startsWith(`${root}/bin/`) ? path.slice(`${root}/bin/`.length) : undefined
    await files.write(path, name === undefined ? '' : scriptOf(name, root))
    if (name !== undefined && name !== 'activate') await files.setMode(path, 0o755)
  }
}

function scriptOf(name: string, root: string): string {
  if (name === 'activate') return ACTIVATE.replace('ROOT', root)
  const module = /^python3?$/.test(name) ? '' : `-m ${name.replace(/^pip3$/, 'pip')} `
  return `#!/bin/sh\nexport VIRTUAL_ENV='${root}'\n/usr/bin/python3 ${module}"$@"\n`
}

const ACTIVATE = `export VIRTUAL_ENV='ROOT'
_OLD_VIRTUAL_PATH=$PATH
export PATH="$VIRTUAL_ENV/bin:$PATH"
deactivate() {
  export PATH="$_OLD_VIRTUAL_PATH"
  unset VIRTUAL_ENV _OLD_VIRTUAL_PATH
  unset -f deactivate
}
`

const outputOf = ({ exitCode, output }: RunResult): Output => {
  const text = output.map((line) => `${line}\n`).join('')
  return exitCode === 0 ? { stdout: text, stderr: '', exitCode } : { stdout: '', stderr: text, exitCode }
}
