import { expect, test } from 'vitest'
import { type Cloud, REPO, withImage } from './cloud.ts'

const URL_OF_AGENT = 'https://agent-123456789012.europe-west1.run.app/health'

/** A public service with two revisions, the second with the traffic. */
const two = async (): Promise<Cloud> => {
  const it = await withImage()
  const deploy = `gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x --allow-unauthenticated`
  await it.sh(`${deploy} --revision-suffix=one`)
  await it.sh(`${deploy} --revision-suffix=two`)
  it.done()
  return it
}

const serving = async (it: Cloud, times: number): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (let n = 0; n < times; n += 1) {
    const answer = await it.get(URL_OF_AGENT)
    const { revision } = JSON.parse((answer as { body: string }).body) as { revision: string }
    counts[revision] = (counts[revision] ?? 0) + 1
  }
  return counts
}

test('the newest revision takes the traffic', async () => {
  expect(await serving(await two(), 5)).toEqual({ 'agent-two': 5 })
})

test('rolling back sends everything to the revision before', async () => {
  const it = await two()
  expect(await it.sh('gcloud run services update-traffic agent --to-revisions=agent-one=100')).toMatchInlineSnapshot(`
    "URL: https://agent-123456789012.europe-west1.run.app
    Traffic:
      100% agent-one
    Updating traffic...
    Routing traffic.....done
    Done.
    "
  `)
  expect(it.done()).toEqual(['update run.traffic agent'])
  expect(await serving(it, 5)).toEqual({ 'agent-one': 5 })
})

test('a split is kept to the request', async () => {
  const it = await two()
  await it.sh('gcloud run services update-traffic agent --to-revisions=agent-one=20')
  expect(await serving(it, 100)).toEqual({ 'agent-one': 20, 'agent-two': 80 })
})

test('the same split again changes nothing', async () => {
  const it = await two()
  await it.sh('gcloud run services update-traffic agent --to-latest')
  expect(it.done()).toEqual(['read run.traffic agent'])
})

test('a tagged revision has its own address and no traffic', async () => {
  const it = await two()
  const text = await it.sh(
    `gcloud run deploy agent --image=${REPO}/agent:v1 --revision-suffix=three --no-traffic --tag=next`,
  )
  const url = /reached directly at (\S+)/.exec(text)?.[1] ?? ''
  expect(await serving(it, 5)).toEqual({ 'agent-two': 5 })
  expect(await it.get(`${url}/health`)).toMatchObject({ status: 200, body: expect.stringContaining('agent-three') })
})

test.each([
  [
    'gcloud run services update-traffic agent --to-revisions=agent-four=100',
    "Revision 'agent-four' of service 'agent' does not exist.",
  ],
  [
    'gcloud run services update-traffic agent --to-revisions=agent-one=60,agent-two=60',
    'Over 100% of traffic is specified.',
  ],
  [
    'gcloud run services update-traffic agent --to-revisions=LATEST=40',
    'Every target with traffic is updated but 100% of traffic has not been specified.',
  ],
  ['gcloud run services update-traffic agent --region=europe-west1', 'No traffic configuration change requested.'],
  ['gcloud run revisions delete agent-two --quiet', 'cannot be deleted because it is actively serving traffic'],
])('%s fails', async (line, message) => {
  const text = await (await two()).sh(line)
  expect(text).toContain(message)
  expect(text).toContain('[1]')
})

test('a deleted service answers nobody', async () => {
  const it = await two()
  await it.sh('gcloud run services delete agent --quiet')
  expect(it.done()).toEqual(['delete run.service agent'])
  expect(await it.get(URL_OF_AGENT)).toBe('unknown-host')
})
