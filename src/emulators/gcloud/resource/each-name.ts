import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { addressOf, argumentsOf, fill } from './address.ts'
import type { Resource } from './declaration.ts'

/**
 * Does something for each name of a call, and gives what gcloud says of all of it. Stops at the first that fails, or,
 * where the resource's commands go on, fails at the end and says which did.
 */
export const eachName = async <One>(
  resource: Resource<One>,
  invocation: GcloudInvocation,
  { verb, act }: { verb: string; act(argument: string): string | Promise<string> },
): Promise<string> => {
  const failed: string[] = []
  let said = ''
  for (const argument of argumentsOf(resource, invocation)) {
    try {
      said += await act(argument)
    } catch (error) {
      if (!resource.goesOn || !(error instanceof GcloudFailure)) throw error
      const address = addressOf(resource, invocation, argument)
      failed.push(address.name)
      const path = fill(resource.path, address)
      said += `${error.before}ERROR: Failed to ${verb} ${resource.noun} [${path}]: ${sentence(error.reason)}\n`
    }
  }
  if (failed.length === 0) return said
  throw new GcloudFailure(`Failed to ${verb} the following: [${failed.join(',')}].`, { before: said })
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
