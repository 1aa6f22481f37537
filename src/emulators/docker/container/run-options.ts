import { parseGoDuration } from '../../images/build/healthcheck.ts'
import type { Healthcheck, Image } from '../../images/model.ts'
import { NotModelled } from '../../model.ts'
import { type DockerInvocation, Refused } from '../invocation.ts'
import type { Container, PublishedPort } from '../state.ts'
import { parseSize } from '../text.ts'
import { envFlags, readEnvFile } from './env-file.ts'

/** Flags of `docker run` whose meaning is modelled; others are known to docker but not here. */
const MODELLED = new Set(
  `--detach --rm --name --publish --env --env-file --restart --network --net --add-host --volume --health-cmd
  --health-interval --health-timeout --health-start-period --health-retries --no-healthcheck --memory --cpus
  --platform --entrypoint --interactive --tty --label --user --workdir --pull --quiet --hostname --init
  --memory-swap --memory-reservation --log-driver --log-opt --stop-timeout --read-only --cap-drop --security-opt`.split(
    /\s+/,
  ),
)

export type ContainerOptions = Pick<
  Container,
  'env' | 'ports' | 'networks' | 'volumes' | 'restart' | 'autoRemove' | 'labels' | 'memory' | 'cpus' | 'hosts'
>

/** The options of `docker run` and `docker create` as the container keeps them. */
export async function runOptions(at: DockerInvocation): Promise<ContainerOptions> {
  const { flags, call } = at
  const unknown = flags.names().find((name) => !MODELLED.has(name))
  if (unknown !== undefined) throw new NotModelled(`docker run ${unknown}`)
  const env: Record<string, string> = {}
  for (const file of flags.values('env-file')) Object.assign(env, await readEnvFile(call, file))
  const networks = [...flags.values('network'), ...flags.values('net')]
  if (networks.includes('')) throw new Refused('no name set for network', 125)
  const shared = networks.find((name) => name.startsWith('container:'))
  if (shared !== undefined) throw new NotModelled(`docker run --network ${shared}`)
  return {
    env: { ...env, ...envFlags(flags.values('env'), call.env) },
    ports: flags.values('publish').map(parsePort),
    networks: networks.length > 0 ? networks : ['bridge'],
    volumes: flags.values('volume').map(parseVolume),
    restart: restartPolicy(at),
    autoRemove: flags.has('rm'),
    labels: envFlags(flags.values('label'), {}),
    memory: flags.has('memory') ? memoryOf(flags.value('memory') ?? '') : 0,
    cpus: Number(flags.value('cpus') ?? 0),
    hosts: flags.values('add-host').map(checkHost),
  }
}

/** `name:address` or `name=address`, as the client checks it before the engine is asked. */
function checkHost(text: string): string {
  const [, name = '', address] = /^([^:=]*)[:=](.*)$/s.exec(text) ?? []
  const problem =
    name === '' || address === undefined
      ? `bad format for add-host: "${text}"`
      : isAddress(address)
        ? undefined
        : `invalid IP address in add-host: "${address}"`
  if (problem) throw new Refused(`invalid argument "${text}" for "--add-host" flag: ${problem}`, 125)
  return text
}

const isAddress = (text: string): boolean =>
  text === 'host-gateway' || /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || /^\[?[\da-f]*:[\da-f:.]*\]?$/i.test(text)

function memoryOf(text: string): number {
  const bytes = parseSize(text) ?? 0
  if (bytes < 6 * 1024 ** 2) throw new Refused('Error response from daemon: Minimum memory limit allowed is 6MB', 125)
  return bytes
}

function restartPolicy(at: DockerInvocation): string {
  const policy = at.flags.value('restart') ?? 'no'
  if (!/^(no|always|unless-stopped|on-failure(:\d+)?)?$/.test(policy))
    throw new Refused(
      `Error response from daemon: invalid restart policy: unknown policy '${policy}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
      125,
    )
  if (policy !== 'no' && policy !== '' && at.flags.has('rm'))
    throw new Refused('conflicting options: cannot specify both --restart and --rm', 125)
  return policy
}

/** `8000:8080`, `127.0.0.1:8000:8080`, `8000:8080/udp`. Without an address, the engine's own comes when a container is made. */
export function parsePort(text: string): PublishedPort {
  const [mapping = '', protocol = 'tcp'] = text.split('/')
  const parts = mapping.split(':')
  const container = parts.pop() ?? ''
  const host = parts.pop() ?? ''
  const ip = parts.join(':')
  if (protocol !== 'tcp' && protocol !== 'udp') throw new Refused(`invalid proto: ${protocol}`, 125)
  if (!isPort(container))
    throw new Refused(
      container === '' ? `no port specified: ${text}<empty>` : `invalid containerPort: ${container}`,
      125,
    )
  if (host !== '' && !isPort(host)) throw new Refused(`invalid hostPort: ${host}`, 125)
  if (ip !== '' && !/^[\d.]+$|^\[.*\]$/.test(ip)) throw new Refused(`invalid IP address: ${ip}`, 125)
  if (host === '') throw new NotModelled(`a published port the engine chooses: -p ${text}`)
  return { ip, host: Number(host), container: Number(container), protocol }
}

const isPort = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= 65_535

/** A named volume; what a bind mount would put into the container is not modelled. */
export function parseVolume(text: string): string {
  const [source = '', target] = text.split(':')
  if (target === undefined || !/^[a-zA-Z0-9][\w.-]*$/.test(source))
    throw new NotModelled(`a bind mount or anonymous volume: ${text}`)
  return source
}

/** The image as the container runs it: entrypoint, command, user and directory overridden. */
export function overridden(at: DockerInvocation, image: Image, command: readonly string[]): Image {
  const entrypoint = at.flags.value('entrypoint')
  const replaced = entrypoint === undefined ? image.entrypoint : entrypoint === '' ? [] : [entrypoint]
  const given = command.length > 0 || entrypoint !== undefined
  return {
    ...image,
    entrypoint: replaced,
    command: given ? command : image.command,
    user: at.flags.value('user') ?? image.user,
    directory: at.flags.value('workdir') ?? image.directory,
  }
}

/** The health check in force: the image's, changed by flags, or none. */
export function healthcheckOf(at: DockerInvocation, image: Image): Healthcheck | undefined {
  const { flags } = at
  if (flags.has('no-healthcheck')) return undefined
  const command = flags.value('health-cmd')
  const base = image.healthcheck ?? { test: [], intervalMs: 30_000, timeoutMs: 30_000, startPeriodMs: 0, retries: 3 }
  if (command === undefined && !image.healthcheck) return undefined
  return {
    test: command === undefined ? base.test : ['CMD-SHELL', command],
    intervalMs: parseGoDuration(flags.value('health-interval') ?? '') ?? base.intervalMs,
    timeoutMs: parseGoDuration(flags.value('health-timeout') ?? '') ?? base.timeoutMs,
    startPeriodMs: parseGoDuration(flags.value('health-start-period') ?? '') ?? base.startPeriodMs,
    retries: Number(flags.value('health-retries') ?? base.retries),
  }
}
