import { Blocked, fail, NotModelled, succeed } from '../../model.ts'
import { type DockerCommand, Refused, record } from '../invocation.ts'
import { envFlags, readEnvFile } from './env-file.ts'
import { runInside } from './inside.ts'
import { requireContainer } from './store.ts'

/** `docker exec`. */
export const exec: DockerCommand = async (at) => {
  const { flags, call } = at
  const [name = '', ...argv] = at.operands
  const container = requireContainer(at.state, name)
  if (container.state !== 'running')
    throw new Refused(`Error response from daemon: container ${container.id} is not running`)
  if (flags.has('interactive') && flags.has('tty')) return fail('the input device is not a TTY\n')
  const unknown = flags.names().find((flag) => !/^--(interactive|tty|env|env-file|user|workdir)$/.test(flag))
  if (unknown !== undefined) throw new NotModelled(`docker exec ${unknown}`)
  const env = { ...container.env, ...envFlags(flags.values('env'), call.env) }
  for (const file of flags.values('env-file')) Object.assign(env, await readEnvFile(call, file))
  const image = {
    ...container.image,
    user: flags.value('user') ?? container.image.user,
    directory: flags.value('workdir') ?? container.image.directory,
  }
  record(at, 'read', 'container', container.name)
  return runInside(call, { ...container, env, image }, argv)
}

/** `docker attach`, `docker wait`, `docker events`: they return when the container ends. */
export const attach: DockerCommand = (at) => {
  const container = requireContainer(at.state, at.operands[0] ?? '')
  if (container.state === 'running') throw new Blocked(`docker ${at.path.join(' ')} ${container.name}`)
  if (at.path.at(-1) === 'wait') return succeed(`${container.exitCode}\n`)
  throw new Refused('You cannot attach to a stopped container, start it first')
}
