import { spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { enter } from '#fixture/docker/container.ts'
import { exitCode } from '#fixture/docker/engine.ts'
import type { DockerShell } from '#fixture/docker.ts'

/** Where the project is on the laptop of the fixture. */
export const PROJECT = '/home/operator/knowledge-base'

/** Our own command there, with the Node the project brings. */
export const OURS = `${PROJECT}/node_modules/.bin/node ${PROJECT}/scripts/start.mjs`

const PARTS = ['src', 'scripts', 'content/docs', 'runbooks', 'package.json']

/** Installs this project, with what it needs to run and nothing else, on the laptop of a machine. */
export async function installProject({ machine }: Pick<DockerShell, 'machine'>): Promise<void> {
  const pack = spawn('tar', ['--create', ...PARTS, ...productionModules()])
  const into = ['mkdir', '-p', PROJECT, '&&', 'tar', '--extract', `--directory=${PROJECT}`].join(' ')
  const operator = enter(machine, { user: 'operator', directory: '/home/operator' })
  const unpack = spawn('docker', ['exec', ...operator, 'sh', '-c', into])
  pack.stdout.pipe(unpack.stdin)
  const codes = await Promise.all([exitCode(pack), exitCode(unpack)])
  if (codes.some((code) => code !== 0)) throw new Error(`the project does not reach the laptop: ${codes}`)
}

/** Folders of `node_modules` that hold what the project needs to run, and what that needs, as pnpm lays them out. */
function productionModules(): string[] {
  const root = resolve('node_modules')
  const top = Object.keys({ ...manifest('.').dependencies, ...manifest('.').optionalDependencies })
  const folders = new Set(top.flatMap((name) => (found(root, name) ? [join(root, name)] : [])))
  const waiting = [...folders]
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    const real = realpathSync(link)
    const store = real.slice(0, real.indexOf('/node_modules/', root.length))
    if (folders.has(store)) continue
    folders.add(store)
    const { dependencies = {}, optionalDependencies = {} } = manifest(real)
    const beside = join(store, 'node_modules')
    waiting.push(
      ...Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
        found(beside, name) ? [join(beside, name)] : [],
      ),
    )
  }
  return [...folders, join(root, '.bin/node')].map((path) => relative('.', path))
}

function found(folder: string, name: string): boolean {
  try {
    realpathSync(join(folder, name))
    return true
  } catch {
    return false
  }
}

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
