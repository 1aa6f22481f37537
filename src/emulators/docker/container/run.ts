import type { Image } from '../../images/model.ts'
import { Blocked, fail, type Output, succeed } from '../../model.ts'
import { startContainer } from '../engine.ts'
import { pullImage } from '../image/pull.ts'
import { findImage, namesOf, requireReference } from '../image/store.ts'
import { type DockerCommand, type DockerInvocation, Refused, record } from '../invocation.ts'
import type { Container } from '../state.ts'
import { createContainer } from './create-container.ts'
import { healthcheckOf, overridden, runOptions } from './run-options.ts'
import { randomName } from './store.ts'

/** `docker run`. */
export const run: DockerCommand = (at) =>
  refusedAsRun(at, async () => {
    const { flags } = at
    if (flags.has('tty') && flags.has('interactive') && !flags.has('detach'))
      return fail('the input device is not a TTY\n')
    const { container, notes } = await prepare(at)
    await startOrFail(at, container, notes)
    if (at.flags.has('detach')) {
      removeIfEnded(at, container)
      return succeed(`${container.id}\n`, notes)
    }
    return foreground(at, container, notes)
  })

/** `docker create`. */
export const create: DockerCommand = (at) =>
  refusedAsRun(at, async () => {
    const { container, notes } = await prepare(at)
    return succeed(`${container.id}\n`, notes)
  })

/** `docker run` prefixes the engine's words and ends with 125, 126 or 127. */
async function refusedAsRun(at: DockerInvocation, action: () => Promise<Output>): Promise<Output> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const status = error.exitCode === 1 ? 125 : error.exitCode
    throw new Refused(
      `${error.message.replace(/(^|\n)(?=[^\n]*$)/, '$1docker: ')}\n\nRun 'docker ${at.path.join(' ')} --help' for more information`,
      status,
    )
  }
}

async function prepare(at: DockerInvocation): Promise<{ container: Container; notes: string }> {
  const [imageName = '', ...command] = at.operands
  const options = await runOptions(at)
  requireReference(imageName)
  const { image, notes } = await localOrPulled(at, imageName)
  const unknown = options.networks.find((name) => !at.state.networks.has(name))
  const container = createContainer(at.call, {
    name: at.flags.value('name') ?? randomName(at.state),
    image: overridden(at, image, command),
    imageName,
    healthcheck: healthcheckOf(at, image),
    options,
  })
  record(at, 'create', 'container', container.name)
  if (unknown !== undefined)
    throw new Refused(
      `${notes}Error response from daemon: failed to set up container networking: network ${unknown} not found`,
      125,
    )
  return { container, notes }
}

async function localOrPulled(at: DockerInvocation, name: string): Promise<{ image: Image; notes: string }> {
  const platform = at.flags.value('platform')
  const local = findImage(at.state, name)
  if (local && at.flags.value('pull') !== 'always') return { image: local, notes: platformNote(local, platform) }
  const missing = `Unable to find image '${namesOf(at.state, local ?? ({} as Image))[0] ?? withTag(name)}' locally\n`
  try {
    const pulled = await pullImage(at, name, platform)
    return { image: pulled.image, notes: `${missing}${pulled.log}` }
  } catch (error) {
    if (error instanceof Refused) throw new Refused(`${missing}${error.message}`, 125)
    throw error
  }
}

const withTag = (name: string): string => (/[:@][^/]*$/.test(name) ? name : `${name}:latest`)

function platformNote(image: Image, platform: string | undefined): string {
  if (platform !== undefined && platform !== image.platform)
    throw new Refused(
      `Error response from daemon: image with reference was found but its platform (${image.platform}) does not match the specified platform (${platform})`,
      125,
    )
  if (image.platform === 'linux/amd64') return ''
  return `WARNING: The requested image's platform (${image.platform}) does not match the detected host platform (linux/amd64) and no specific platform was requested\n`
}

async function startOrFail(at: DockerInvocation, container: Container, notes: string): Promise<void> {
  try {
    await startContainer(at.call, container)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (container.autoRemove) at.state.containers.delete(container.id)
    throw new Refused(`${notes}Error response from daemon: ${error.message}`, error.exitCode)
  }
}

function removeIfEnded(at: DockerInvocation, container: Container): void {
  if (container.autoRemove && container.state === 'exited') at.state.containers.delete(container.id)
}

function foreground(at: DockerInvocation, container: Container, notes: string): Output {
  const output = {
    stdout: linesOf(container, 'stdout'),
    stderr: `${notes}${linesOf(container, 'stderr')}`,
    exitCode: container.exitCode,
  }
  if (container.state === 'running') throw new Blocked('docker run without -d stays in the foreground', output)
  if (container.state === 'restarting') throw new Blocked('docker run without -d keeps restarting', output)
  removeIfEnded(at, container)
  return output
}

const linesOf = (container: Container, stream: 'stdout' | 'stderr'): string =>
  container.log
    .filter((line) => line.stream === stream)
    .map(({ text }) => `${text}\n`)
    .join('')
