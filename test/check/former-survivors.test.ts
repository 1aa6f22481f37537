import { expect, test } from 'vitest'
import { formatFinding } from './format.ts'
import { fence, findingsOf, found, runbook, step } from './page.ts'

/** One-word edits of a page that nothing noticed once. */

const START = step('docker run --detach --name=carblau-api app:1.0.0', 'effect=create', 'start')

test('a misspelt container in a block that is only checked', () => {
  const logs = (name: string) => fence('bash checked="sigue hasta que lo paras"', `docker logs --follow ${name}`)
  expect(found(START, logs('carblau-api'))).toEqual([])
  expect(found(START, logs('another-thing-altogether'))).toEqual([])
  expect(found(START, logs('carblau-apu'))).toEqual(['6:22 NAME_UNKNOWN'])
})

const DEPLOY = 'gcloud run deploy app --image=example.com/app:1.0.0 --region="$REGION" --no-allow-unauthenticated'

test('a misspelt service in a block that is only checked', () => {
  const page = runbook(
    [step(DEPLOY, '', 'deploy'), fence('bash checked="sigue"', 'gcloud run services logs read ap --region="$REGION"')],
    ['    REGION: { type: gcp-region, label: R, example: europe-west1 }'],
  ).replace('checked="sigue"', 'checked="sigue hasta que lo paras"')
  const findings = findingsOf({ 'page.md': page }).map(({ code }) => code)
  expect(findings).toEqual(['NAME_UNKNOWN'])
})

test('a region written out in a block to paste', () => {
  const page = (region: string) =>
    runbook(
      [
        step(DEPLOY, '', 'deploy'),
        fence('bash checked="se pega a mano"', `gcloud run services list --region=${region}`),
      ],
      ['    REGION: { type: gcp-region, label: R, example: europe-west1 }'],
    )
  expect(findingsOf({ 'page.md': page('"$REGION"') })).toEqual([])
  expect(findingsOf({ 'page.md': page('europe-west1') }).map((one) => formatFinding(one))).toEqual([
    '15:26 PARAMETER_LITERAL',
  ])
})

test('an undo of a step that has nothing to do with it', () => {
  const page = (undoes: string) =>
    runbook(
      [
        step('docker build --platform=linux/amd64 -t example.com/app:1.0.0 .', 'effect=create', 'build'),
        step('docker push example.com/app:1.0.0', 'effect=create', 'push'),
        step(DEPLOY, '', 'deploy'),
        step('gcloud run services update-traffic app --region="$REGION" --to-latest', '', 'move'),
        step(
          'gcloud run services update-traffic app --region="$REGION" --to-tags=previous=100',
          `undoes=${undoes}`,
          'back',
        ),
      ],
      ['    REGION: { type: gcp-region, label: R, example: europe-west1 }'],
    )
  const codes = (undoes: string) => findingsOf({ 'page.md': page(undoes) }).map(({ code, data }) => [code, data.meant])
  expect(codes('move')).toEqual([])
  expect(codes('build')).toEqual([['STEP_UNDO_UNRELATED', 'move']])
})
