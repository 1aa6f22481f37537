import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { installPackages, isInstalled, makeEnvironment } from './environment.ts'
import { uvicorn } from './uvicorn.ts'

/** The Python of the machines: that of Debian 13, as in the Docker fixture. */
const VERSION = '3.13.5'

/** `python3`: virtual environments, pip in one, and uvicorn. What else Python would run is not modelled. */
export const python: Emulator = async (call) => {
  const [flag, module = '', ...args] = call.args
  if (flag === '--version' || flag === '-V') return succeed(`Python ${VERSION}\n`)
  const run = flag === '-m' ? MODULES[module] : undefined
  if (!run) throw new NotModelled(`python3 ${call.args.join(' ')}`)
  return run(call, args)
}

const MODULES: Readonly<Record<string, (call: EmulatedCall, args: readonly string[]) => Promise<Output>>> = {
  venv: makeEnvironment,
  pip: installPackages,
  uvicorn: async (call, args) =>
    (await isInstalled(call, 'uvicorn')) ? uvicorn(call, args) : fail('/usr/bin/python3: No module named uvicorn\n'),
}
