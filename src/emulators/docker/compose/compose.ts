import { Blocked, NotModelled, type Output, succeed } from '../../model.ts'
import { containerRow, statusOf } from '../container/container-row.ts'
import { drop } from '../container/containers.ts'
import { runInside } from '../container/inside.ts'
import { selectLines } from '../container/logs.ts'
import { stopContainer } from '../engine.ts'
import { deleteImage } from '../image/images.ts'
import { pullImage, push } from '../image/pull.ts'
import { findImage } from '../image/store.ts'
import { type DockerCommand, type DockerInvocation, Refused, record } from '../invocation.ts'
import { printList } from '../list-format.ts'
import type { Container } from '../state.ts'
import { type Project, readProject } from './project.ts'
import type { Service } from './service.ts'
import { bringUp, buildService, containerOf, startOrRefuse } from './up.ts'

/** One `docker compose` call on its project. `say` prints progress to stderr. */
interface ComposeCall {
  at: DockerInvocation
  project: Project
  /** The services named, or all. */
  chosen: readonly Service[]
  say: (line: string) => void
}

type ComposeCommand = (call: ComposeCall) => Output | Promise<Output>

/** `docker compose`: version 2.26, on the engine of the world. */
export const compose: DockerCommand = async (at) => {
  const name = at.path[1] ?? ''
  if (name === 'version') return succeed(at.flags.has('short') ? '2.26.1\n' : 'Docker Compose version 2.26.1\n')
  const run = COMMANDS[name]
  if (!run) throw new NotModelled(`docker ${at.path.join(' ')}`)
  const lines: string[] = []
  const project = await readProject(at)
  const call = { at, project, chosen: chosenServices(at, project), say: (line: string) => void lines.push(`${line}\n`) }
  const said = (): string => `${project.warnings}${lines.join('')}`
  try {
    const output = await run(call)
    return { ...output, stderr: `${said()}${output.stderr}` }
  } catch (error) {
    if (error instanceof Refused) throw new Refused(`${said()}${error.message}`, error.exitCode)
    if (error instanceof Blocked)
      throw new Blocked(error.message, { ...error.output, stderr: `${said()}${error.output.stderr}` })
    throw error
  }
}

function chosenServices({ operands, path }: DockerInvocation, project: Project): readonly Service[] {
  const names = path[1] === 'exec' ? operands.slice(0, 1) : operands
  const unknown = names.find((name) => project.services.every((service) => service.name !== name))
  if (unknown !== undefined)
    throw new Refused(path[1] === 'exec' ? `service "${unknown}" is not running` : `no such service: ${unknown}`)
  return names.length === 0 ? project.services : project.services.filter(({ name }) => names.includes(name))
}

const COMMANDS: Readonly<Record<string, ComposeCommand>> = {
  up: async (call) => {
    const { at, project, say } = call
    await bringUp(at, project, withDependencies(call), say)
    if (at.flags.has('detach') || at.flags.has('wait') || at.flags.has('no-start')) return succeed()
    throw new Blocked('docker compose up without -d stays in the foreground', { stdout: logText(call) })
  },
  down,
  ps,
  logs: (call) => {
    const stdout = logText(call)
    if (call.at.flags.has('follow') && containersOf(call).some(({ state }) => state === 'running'))
      throw new Blocked('docker compose logs --follow', { stdout })
    return succeed(stdout)
  },
  build: async ({ at, chosen, say }) => {
    for (const service of chosen) if (service.build) await buildService(at, service, say)
    return succeed()
  },
  pull: async ({ at, chosen, say }) => {
    for (const service of chosen) {
      if (service.build && !service.hasImage) continue
      await pullImage(at, service.image, service.platform)
      say(` ${service.name} Pulled `)
    }
    return succeed()
  },
  push: async ({ at, chosen, say }) => {
    for (const service of chosen.filter(({ build }) => build)) {
      const output = await push({ ...at, operands: [service.image] })
      if (output.exitCode !== 0) throw new Refused(output.stderr.trimEnd())
      say(` ${service.name} Pushed `)
    }
    return succeed()
  },
  config: ({ at, project, chosen }) => {
    if (at.flags.has('quiet')) return succeed()
    if (at.flags.has('services')) return succeed(chosen.map(({ name }) => `${name}\n`).join(''))
    if (at.flags.has('images')) return succeed(chosen.map(({ image }) => `${image}\n`).join(''))
    throw new NotModelled(`the canonical form of the project ${project.name} (docker compose config without --quiet)`)
  },
  exec: async ({ at, project, chosen: [service] }) => {
    const container = service && containerOf(at.call, service)
    if (container?.state !== 'running') throw new Refused(`service "${service?.name ?? project.name}" is not running`)
    if (at.flags.has('env') || at.flags.has('user') || at.flags.has('detach'))
      throw new NotModelled('options of docker compose exec')
    return runInside(at.call, container, at.operands.slice(1))
  },
  stop: (call) => eachContainer(call, 'Stopp', ({ at }, container) => stopContainer(at.call, container, 0)),
  rm: (call) => {
    const { at } = call
    if (!at.flags.has('force')) throw new NotModelled('docker compose rm without --force asks')
    for (const container of containersOf(call)) {
      if (container.state !== 'running' && container.state !== 'restarting') removeContainer(call, container)
      else if (at.flags.has('stop')) removeContainer(call, container)
    }
    return succeed()
  },
  kill: (call) => eachContainer(call, 'Kill', ({ at }, container) => stopContainer(at.call, container, 137)),
  start: (call) => eachContainer(call, 'Start', ({ at }, container) => startOrRefuse(at.call, container)),
  restart: (call) =>
    eachContainer(call, 'Restart', async ({ at }, container) => {
      stopContainer(at.call, container, 0)
      await startOrRefuse(at.call, container)
    }),
}

/** What a service needs starts with it. */
function withDependencies({ chosen, project, at }: ComposeCall): readonly Service[] {
  if (at.flags.has('no-deps')) return chosen
  const needed = new Set(chosen.map(({ name }) => name))
  for (const service of [...project.services].reverse())
    if (needed.has(service.name)) for (const { service: name } of service.dependsOn) needed.add(name)
  return project.services.filter(({ name }) => needed.has(name))
}

function containersOf({ at, chosen }: Pick<ComposeCall, 'at' | 'chosen'>): Container[] {
  return chosen.flatMap((service) => containerOf(at.call, service) ?? [])
}

async function eachContainer(
  call: ComposeCall,
  verb: string,
  action: (call: ComposeCall, container: Container) => void | Promise<void>,
): Promise<Output> {
  for (const container of containersOf(call)) {
    call.say(` Container ${container.name}  ${verb}ing`)
    await action(call, container)
    record(call.at, 'update', 'container', container.name)
    call.say(` Container ${container.name}  ${verb}ed`)
  }
  return succeed()
}

function down(call: ComposeCall): Output {
  const { at, project } = call
  for (const container of containersOf(call).reverse()) removeContainer(call, container)
  if (at.flags.has('volumes')) for (const volume of project.volumes) remove(call, 'volume', `${project.name}_${volume}`)
  for (const network of project.networks) remove(call, 'network', network)
  if (at.flags.has('rmi'))
    for (const service of call.chosen) {
      const image = findImage(at.state, service.image)
      if (image) deleteImage(at, image)
    }
  return succeed()
}

function removeContainer({ at, say }: ComposeCall, container: Container): void {
  if (container.state === 'running') say(` Container ${container.name}  Stopping`)
  stopContainer(at.call, container, 0)
  say(` Container ${container.name}  Stopped`)
  drop(at, container)
  say(` Container ${container.name}  Removed`)
}

function remove({ at, say }: ComposeCall, kind: 'network' | 'volume', name: string): void {
  const store: Map<string, unknown> = kind === 'network' ? at.state.networks : at.state.volumes
  if (!store.delete(name)) return
  record(at, 'delete', kind, name)
  say(` ${kind === 'network' ? 'Network' : 'Volume'} ${name}  Removed`)
}

function ps(call: ComposeCall): Output {
  const { at } = call
  const now = at.call.world.clock.now()
  const rows = containersOf(call)
    .filter(({ state }) => at.flags.has('all') || state === 'running' || state === 'restarting')
    .map((container) => ({
      ...containerRow(at.call, container),
      Name: container.name,
      Image: container.imageName,
      Service: container.labels['com.docker.compose.service'] ?? '',
      Status: statusOf(container, now),
    }))
  if (at.flags.has('services')) return succeed(rows.map(({ Service }) => `${Service}\n`).join(''))
  const columns = [
    ['NAME', 'Name'],
    ['IMAGE', 'Image'],
    ['COMMAND', 'Command'],
    ['SERVICE', 'Service'],
    ['CREATED', 'RunningFor'],
    ['STATUS', 'Status'],
    ['PORTS', 'Ports'],
  ] as const
  return printList(rows, {
    columns,
    format: at.flags.value('format'),
    ...(at.flags.has('quiet') ? { quiet: 'ID' } : {}),
  })
}

function logText(call: ComposeCall): string {
  const { at, chosen } = call
  const label = (service: Service): string => `${service.name}-1`
  const width = Math.max(0, ...chosen.map((service) => label(service).length))
  return chosen
    .flatMap((service) => {
      const container = containerOf(at.call, service)
      const lines = container ? selectLines(container, at.flags, at.call.world.clock.now()) : []
      const prefix = at.flags.has('no-log-prefix') ? '' : `${label(service).padEnd(width)}  | `
      return lines.map(({ text }) => `${prefix}${text}\n`)
    })
    .join('')
}
