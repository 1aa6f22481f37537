import { readdir, readFile, readlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { listContainers } from '#fixture/docker/container.ts'
import { docker } from '#fixture/docker/engine.ts'
import { ownerPid } from '#run/journal/owner.ts'

/** What runs may leave on a machine. Each trace is a line that names its kind. */
export type Traces = ReadonlySet<string>

/** What sets the traces of the runs apart from those of others on the same machine. */
export interface Marks {
  /** `NAME=value`: all their processes have it in their environment. */
  variable: string
  /** The temporary directory they are given. */
  temporary: string
  /** Ids of the processes they were started as, which own what they make. */
  owners: Set<number>
}

/** Everything there is now that a run could have left. */
export async function takeTraces({ variable, temporary, owners }: Marks): Promise<Traces> {
  const found = await Promise.all([
    named('container', containers(owners)),
    named('volume', docker('volume', 'ls', '--quiet').then(lines)),
    named('network', docker('network', 'ls', '--format={{.Name}}').then(lines)),
    named('process', processes(variable)),
    named(
      'file',
      readdir(temporary).then((names) => names.map((name) => join(temporary, name))),
    ),
    named('file', ownFiles(owners)),
  ])
  return new Set(found.flat())
}

/** How long the engine and the kernel may take to bury what has ended. */
const SETTLE_MS = 15_000

/** What was not there before, once all that was ending has ended. */
export async function leftSince(before: Traces, marks: Marks): Promise<string[]> {
  const deadline = Date.now() + SETTLE_MS
  for (;;) {
    const left = [...(await takeTraces(marks))].filter((one) => !before.has(one))
    if (left.length === 0 || Date.now() > deadline) return left
    await wait(200)
  }
}

async function containers(owners: ReadonlySet<number>): Promise<string[]> {
  return (await listContainers()).filter(({ owner }) => owners.has(ownerPid(owner))).map(({ name }) => name)
}

const named = async (kind: string, names: Promise<string[]>) => (await names).map((name) => `${kind} ${name}`)
const lines = (text: string) => text.split('\n').filter(Boolean)

/** Files of theirs outside the directory they were given. */
async function ownFiles(owners: ReadonlySet<number>): Promise<string[]> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith('runbook-') && owners.has(ownerPid(name)))
  return names.map((name) => join(tmpdir(), name))
}

/** Processes with a variable in their environment, and keepers of containers that are gone: this machine's, not those within a fixture. */
async function processes(variable: string): Promise<string[]> {
  const containers = lines(await docker('ps', '--all', '--quiet', '--no-trunc'))
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = (await read(`/proc/${pid}/cmdline`)).replaceAll('\0', ' ').trim()
      const marked = (await read(`/proc/${pid}/environ`)).split('\0').includes(variable)
      const own = (await space(pid)) === (await space('self'))
      const kept = own && /containerd-shim\S* .*-id ([0-9a-f]{64})/.exec(command)?.[1]
      return marked || (kept && !containers.includes(kept)) ? [`${pid} ${command}`] : []
    }),
  )
  return found.flat()
}

const space = (pid: string) => readlink(`/proc/${pid}/ns/pid`).catch(() => '')
const read = (path: string) => readFile(path, 'latin1').catch(() => '')
