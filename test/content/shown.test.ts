import { expect, test } from 'vitest'
import { type StepBlock, stepsOf } from '#document/model.ts'
import { runbooks } from './pages.ts'

/** What the image worker and the model service must show by running, and the steps that do: each fails where it does not hold. */
const SHOWN = {
  'an upload yields the processed image': ['charaforge-image-worker:check-processed'],
  'an upload yields the document': ['charaforge-image-worker:wait-document'],
  'an upload elsewhere does nothing': ['charaforge-image-worker:check-ignored'],
  'what is no image is refused': ['charaforge-image-worker:check-refused'],
  'the output of the worker starts nothing': ['charaforge-image-worker:check-no-loop'],
  'the same event twice does the work once': ['charaforge-events:see-repeat'],
  'without the guard the loop is seen, and stopped': ['charaforge-triage:see-loop', 'charaforge-triage:check-stopped'],
  'a missing publisher fails with its message': ['charaforge-events:without-publisher'],
  'a missing receiver fails with its message': ['charaforge-events:without-receiver'],
  'a missing role of the database fails with its message': ['charaforge-events:without-database'],
  'a missing invoker fails with its message': ['charaforge-triage:read-forbidden', 'charaforge-triage:check-taken'],
  'a bucket elsewhere than its trigger is refused': ['charaforge-events:wrong-location'],
  'a release that does not start keeps the old revision': [
    'charaforge-events:wrong-configuration',
    'charaforge-events:still-serving',
  ],
  'events during a release are not lost': ['charaforge-image-worker:check-release'],
  'the image builds': ['churn-api:build'],
  'no other model is built': ['model-service:build-other'],
  '/health in under 100 ms': ['churn-api:check-health', 'churn-api:check-speed'],
  'not ready while the model loads, and ready after': ['churn-api:check-not-ready', 'churn-api:wait-ready'],
  'a valid prediction': ['churn-api:predict'],
  'a bad request names its field': ['churn-api:predict-bad'],
  'the OpenAPI document is the schema': ['churn-api:check-description'],
  'the runbook is complete': ['churn-api:check-runbook'],
}

const steps = new Map(
  runbooks()
    .filter(({ locale }) => locale === 'es')
    .flatMap((page) =>
      stepsOf(page).map((step): [string, StepBlock] => [`${page.header.id}:${step.fence.step}`, step]),
    ),
)

test.each(Object.entries(SHOWN))('%s', (_, names) => {
  for (const name of names)
    expect(steps.get(name)?.expect.length ?? 0, `${name} has an expected output`).toBeGreaterThan(0)
})

test('the container has 60 seconds to be ready', () => {
  expect(steps.get('churn-api:start')?.text).toBe('docker compose up --detach --wait --wait-timeout 60')
})

test('what stops the loop is what the retire procedure does first', () => {
  const deletion = /gcloud eventarc triggers delete image-uploads [^\n]*/
  const [stop, retire] = ['charaforge-triage:stop-loop', 'charaforge-image-worker:delete-trigger']
  expect(deletion.exec(steps.get(stop as string)?.text ?? '')?.[0]).toBeDefined()
  expect(deletion.exec(steps.get(stop as string)?.text ?? '')?.[0]).toBe(
    deletion.exec(steps.get(retire as string)?.text ?? '')?.[0],
  )
})
