import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'

/** The API of Cloud Run. */
export const RUN_API = 'run.googleapis.com'

/** The region a Cloud Run call addresses. */
export const regionOf = (invocation: GcloudInvocation): string => {
  const region = invocation.property('run/region')
  if (region !== undefined) return region
  throw new GcloudFailure('You must specify a region. Either use the `--region` flag or set the run/region property.')
}
