import { Blocked, NotModelled, type Output, succeed } from '../../model.ts'
import { healthOf, startContainer, stopContainer } from '../engine.ts'
import { findImage } from '../image/store.ts'
import { type DockerCommand, type DockerInvocation, forEach, Refused, record } from '../invocation.ts'
import { printList } from '../list-format.ts'
import { hasLabel } from '../prune-filter.ts'
import type { Container } from '../state.ts'
import { shortId } from '../text.ts'
import { CONTAINER_COLUMNS, containerRow } from './container-row.ts'
import { requireContainer } from './store.ts'

/** `docker ps`. */
export const ps: DockerCommand = (at) => {
  const { flags, state, call } = at
  const filters = flags.values('filter').map((filter) => containerFilter(at, filter))
  const all = flags.has('all') || flags.values('filter').some((filter) => filter.startsWith('status='))
  const last = flags.has('latest') ? 1 : Number(flags.value('last') ?? -1)
  const shown = [...state.containers.values()]
    .reverse()
    .filter((container) => all || last > 0 || container.state === 'running' || container.state === 'restarting')
    .filter((container) => filters.every((matches) => matches(container)))
    .slice(0, last > 0 ? last : undefined)
  const rows = shown.map((container) => ({
    ...containerRow(call, container),
    ...(flags.has('no-trunc') ? { ID: container.id } : {}),
  }))
  return printList(rows, {
    columns: CONTAINER_COLUMNS,
    format: flags.value('format'),
    ...(flags.has('quiet') ? { quiet: 'ID' } : {}),
  })
}

function containerFilter(at: DockerInvocation, filter: string): (container: Container) => boolean {
  const [key = '', value = ''] = filter.split(/=(.*)/s)
  const ancestor = key === 'ancestor' ? findImage(at.state, value) : undefined
  const tests: Readonly<Record<string, (container: Container) => boolean>> = {
    name: ({ name }) => new RegExp(value).test(`/${name}`) || new RegExp(value).test(name),
    status: ({ state }) => state === value,
    exited: ({ state, exitCode }) => (state === 'exited' || state === 'restarting') && String(exitCode) === value,
    id: ({ id }) => id.startsWith(value),
    // The engine looks the name up first: a container of the image that had the name before is not listed.
    ancestor: ({ image }) => image.digest === ancestor?.digest,
    network: ({ networks }) => networks.includes(value),
    health: (container) => (healthOf(container, at.call.world.clock.now()) ?? 'none') === value,
    label: ({ labels }) => hasLabel(labels, value),
  }
  const test = tests[key]
  if (!test) throw new NotModelled(`docker ps --filter ${filter}`)
  return test
}

/** `docker stop`. A server takes its SIGTERM well; a container that only sleeps is killed when time is up. */
export const stop: DockerCommand = (at) =>
  forEach(at, (name) => {
    const container = requireContainer(at.state, name)
    if (container.state === 'exited' || container.state === 'created') return name
    const timeout = Number(at.flags.value('timeout') ?? at.flags.value('time') ?? 10)
    const hears = container.app?.accessLog === true || container.app?.localPort !== 0
    if (!hears) at.call.world.clock.advance(timeout * 1000)
    stopContainer(at.call, container, hears ? 0 : 137)
    record(at, 'update', 'container', container.name)
    if (container.autoRemove) drop(at, container)
    return name
  })

/** `docker kill`. */
export const kill: DockerCommand = (at) =>
  forEach(at, (name) => {
    const container = requireContainer(at.state, name)
    if (container.state !== 'running')
      throw new Refused(
        `Error response from daemon: cannot kill container: ${name}: container ${container.id} is not running`,
      )
    if (at.flags.has('signal') && !/^(SIG)?(KILL|TERM|INT|9|15)$/.test(at.flags.value('signal') ?? ''))
      throw new NotModelled(`docker kill --signal ${at.flags.value('signal')}`)
    stopContainer(at.call, container, 137)
    record(at, 'update', 'container', container.name)
    if (container.autoRemove) drop(at, container)
    return name
  })

/** `docker start`. */
export const start: DockerCommand = (at) => {
  if (at.flags.has('attach') || at.flags.has('interactive')) throw new NotModelled('docker start --attach')
  return startEach(at)
}

async function startEach(at: DockerInvocation): Promise<Output> {
  const output = await forEach(at, async (name) => {
    const container = requireContainer(at.state, name)
    if (container.state === 'running') return name
    await started(at, container)
    return name
  })
  if (output.exitCode === 0) return output
  return { ...output, stderr: `${output.stderr}failed to start containers: ${at.operands.join(', ')}\n` }
}

async function started(at: DockerInvocation, container: Container): Promise<void> {
  try {
    await startContainer(at.call, container)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused(`Error response from daemon: ${error.message}`)
  }
  record(at, 'update', 'container', container.name)
}

/** `docker restart`. */
export const restart: DockerCommand = (at) =>
  forEach(at, async (name) => {
    const container = requireContainer(at.state, name)
    stopContainer(at.call, container, 0)
    await started(at, container)
    return name
  })

/** `docker rm`. */
export const rm: DockerCommand = async (at) => {
  const force = at.flags.has('force')
  const output = await forEach(at, (name) => {
    const container = requireContainer(at.state, name)
    const isUp = container.state === 'running' || container.state === 'restarting'
    if (isUp && !force)
      throw new Refused(
        `Error response from daemon: cannot remove container "/${container.name}": container is ${container.state}: stop the container before removing or force remove`,
      )
    if (isUp) stopContainer(at.call, container, 137)
    drop(at, container)
    return name
  })
  return force && /No such container/.test(output.stderr) ? { ...output, exitCode: 0 } : output
}

/** Removes a container that does not run. */
export function drop(at: Pick<DockerInvocation, 'call' | 'state'>, container: Container): void {
  at.state.containers.delete(container.id)
  record(at, 'delete', 'container', container.name)
}

/** `docker rename`. */
export const rename: DockerCommand = (at) => {
  const [from = '', to = ''] = at.operands
  const container = requireContainer(at.state, from)
  if ([...at.state.containers.values()].some(({ name }) => name === to))
    throw new Refused(
      `Error response from daemon: Error when allocating new name: Conflict. The container name "/${to}" is already in use`,
    )
  container.name = to
  record(at, 'update', 'container', to)
  return succeed()
}

/** `docker port`. */
export const port: DockerCommand = (at) => {
  const [name = '', wanted] = at.operands
  const container = requireContainer(at.state, name)
  const shown = container.state === 'running' ? container.ports : []
  if (wanted === undefined)
    return succeed(shown.map((one) => `${one.container}/${one.protocol} -> ${one.ip}:${one.host}\n`).join(''))
  const [number = '', protocol = 'tcp'] = wanted.split('/')
  const found = shown.filter((one) => String(one.container) === number && one.protocol === protocol)
  if (found.length === 0) throw new Refused(`Error: No public port '${number}/${protocol}' published for ${name}`)
  return succeed(found.map(({ ip, host }) => `${ip}:${host}\n`).join(''))
}

/** `docker stats --no-stream`: an idle server's numbers. */
export const stats: DockerCommand = (at) => {
  if (!at.flags.has('no-stream')) throw new Blocked('docker stats without --no-stream')
  const chosen =
    at.operands.length > 0
      ? at.operands.map((name) => requireContainer(at.state, name))
      : [...at.state.containers.values()].filter(({ state }) => state === 'running')
  const columns = [
    ['CONTAINER ID', 'ID'],
    ['NAME', 'Name'],
    ['CPU %', 'CPUPerc'],
    ['MEM USAGE / LIMIT', 'MemUsage'],
    ['MEM %', 'MemPerc'],
    ['NET I/O', 'NetIO'],
    ['BLOCK I/O', 'BlockIO'],
    ['PIDS', 'PIDs'],
  ] as const
  return printList(chosen.map(idle), { columns, format: at.flags.value('format') })
}

function idle({ id, name, memory }: Container): Record<string, string> {
  const limit = memory || 8 * 1024 ** 3
  const used = 64 * 1024 ** 2
  const shown = limit >= 1024 ** 3 ? `${Number((limit / 1024 ** 3).toPrecision(4))}GiB` : `${limit / 1024 ** 2}MiB`
  return {
    ID: shortId(id),
    Name: name,
    CPUPerc: '0.10%',
    MemUsage: `64MiB / ${shown}`,
    MemPerc: `${((used / limit) * 100).toFixed(2)}%`,
    NetIO: '1.2kB / 0B',
    BlockIO: '0B / 0B',
    PIDs: '1',
  }
}
