import { GcloudFailure } from './failure.ts'
import type { GcloudInvocation } from './invocation.ts'

/** A path as the command line gives it, made absolute. */
export const absolutePath = ({ call }: GcloudInvocation, path: string): string => {
  const steps = (path.startsWith('/') ? path : `${call.cwd}/${path}`).split('/')
  const kept: string[] = []
  for (const step of steps) {
    if (step === '..') kept.pop()
    else if (step !== '' && step !== '.') kept.push(step)
  }
  return `/${kept.join('/')}`
}

/** Reads a file a flag names. Fails as gcloud does when it is not there. */
export const readArgument = async (invocation: GcloudInvocation, path: string): Promise<string> => {
  const absolute = absolutePath(invocation, path)
  if (await invocation.call.files.exists(absolute)) return invocation.call.files.read(absolute)
  throw new GcloudFailure(
    `Failed to read file [${path}]: Unable to read file [${path}]: [Errno 2] No such file or directory: '${path}'`,
  )
}
