import { NotModelled } from '../../model.ts'
import type { DockerCommand } from '../invocation.ts'

export const compose: DockerCommand = (at) => {
  throw new NotModelled(`docker ${at.path.join(' ')}`)
}
