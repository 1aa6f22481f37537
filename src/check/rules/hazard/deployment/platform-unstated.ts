import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'

export const hazardPlatformUnstated = defineFinding({
  code: 'HAZARD_PLATFORM_UNSTATED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'La imagen se despliega en Cloud Run y se construye para el procesador de quien la construye.',
    hint: 'Añade --platform=linux/amd64.',
    why: 'Cloud Run solo ejecuta linux/amd64. La imagen construida en un portátil ARM se sube sin queja y no arranca.',
  },
  en: {
    message: 'The image is deployed to Cloud Run and built for the processor of whoever builds it.',
    hint: 'Add --platform=linux/amd64.',
    why: 'Cloud Run runs linux/amd64 only. An image built on an ARM laptop is pushed without complaint and does not start.',
  },
  wrong: [
    '```bash step=build effect=create',
    'docker build -t example.com/app:1.0.0 .',
    '```',
    '',
    '```bash step=push effect=create',
    'docker push example.com/app:1.0.0',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'docker build --platform=linux/amd64 -t example.com/app:1.0.0 .',
    '```',
    '',
    '```bash step=push effect=create',
    'docker push example.com/app:1.0.0',
    '```',
    '',
    '```bash step=deploy',
    'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated',
    '```',
  ],
})

/**
 * Images for Cloud Run built on the reader's machine, for whatever processor it
 * has: Cloud Run runs linux/amd64 only (cloud.google.com/run/docs/container-contract).
 */
export const platform = pageRule([hazardPlatformUnstated], ({ calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step')
  const deployed = new Set(steps.flatMap((call) => ask(call, 'deployment')?.image?.text ?? []))
  return steps.filter((call) => isUnstated(call, deployed)).map((call) => hazardPlatformUnstated.at(placeOfCall(call)))
})

function isUnstated(call: Call, deployed: ReadonlySet<string>): boolean {
  const build = ask(call, 'imageBuild')
  if (!build || build.platformGiven) return false
  return build.tags.some(({ text }) => text !== undefined && deployed.has(text))
}
