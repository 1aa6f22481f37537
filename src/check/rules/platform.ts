import { finding } from '#finding/finding.ts'
import { flagValue, flagValues, isCommand, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/**
 * Images for Cloud Run built on the reader's machine, for whatever processor it
 * has: Cloud Run runs linux/amd64 only (cloud.google.com/run/docs/container-contract).
 */
export const platform: Rule = ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const deployed = new Set(
    steps
      .filter((call) => isCommand(call, 'gcloud', 'run deploy', 'run services update', 'run jobs deploy'))
      .flatMap((call) => flagValue(call, '--image')?.text ?? []),
  )
  return steps
    .filter((call) => isCommand(call, 'docker', 'build', 'buildx build', 'image build'))
    .filter((call) => flagValues(call, '--tag', '-t').some(({ text }) => text !== undefined && deployed.has(text)))
    .filter((call) => flagValue(call, '--platform') === undefined)
    .map((call) => finding('HAZARD_PLATFORM_UNSTATED', placeOfCall(call)))
}
