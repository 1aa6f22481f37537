import { beforeEach, describe, expect, test } from 'vitest'
import { CERTIFICATE_MS } from '#emulators/gcloud/run/domain-mapping.ts'
import { type Cloud, REPO, RUNTIME, withImage } from './cloud.ts'

const HOST = 'agent.example.com'
const MAP = `gcloud beta run domain-mappings create --service=agent --domain=${HOST}`
const READY = `gcloud beta run domain-mappings describe --domain=${HOST} --format=value(status.conditions[0].status)`
const AUDIENCE = `https://${HOST}`

let it: Cloud
beforeEach(async () => {
  it = await withImage()
  await it.sh(
    `gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x --no-allow-unauthenticated`,
  )
  it.done()
})

const later = (milliseconds: number) => it.world.clock.advance(milliseconds)
const health = async (token?: string) => {
  const answer = await it.get(`${AUDIENCE}/health`, token)
  return typeof answer === 'string' ? answer : answer.status
}
const own = async () => (await it.sh('gcloud auth print-identity-token')).trim()

test('a domain answers once its certificate is there, and as closed as the service is', async () => {
  expect(await health()).toBe('unknown-host')
  expect(await it.sh(MAP)).toBe(`NAME   RECORD TYPE  CONTENTS
agent  CNAME        ghs.googlehosted.com.
Creating......done.
Waiting for certificate provisioning. You must configure your DNS records for certificate issuance to begin.
`)
  expect(it.done()).toEqual([`create run.domain-mapping ${HOST}`])
  expect([await it.sh(READY), await health()]).toEqual(['Unknown\n', 'tls'])
  later(CERTIFICATE_MS)
  expect([await it.sh(READY), await health(), await health(await own())]).toEqual(['True\n', 403, 200])
})

test('the domain itself has addresses in place of an alias', async () => {
  const text = await it.sh(MAP.replace(HOST, 'example.com'))
  expect(text.match(/^agent +A +216\.239\.3[2468]\.21$/gm)).toHaveLength(4)
  expect(text.match(/^agent +AAAA +2001:4860:4802:3[2468]::15$/gm)).toHaveLength(4)
})

test('it waits for ever where DNS points elsewhere', async () => {
  const line = (text: string) => text.replaceAll(HOST, 'other.example.com')
  await it.sh(line(MAP))
  later(1000 * CERTIFICATE_MS)
  expect(await it.sh(line(READY))).toBe('Unknown\n')
  expect(await it.get('https://other.example.com/health')).toBe('unknown-host')
})

test('a mapping that is deleted answers no more, and one whose service is gone answers 404', async () => {
  await it.sh(MAP)
  later(CERTIFICATE_MS)
  await it.sh('gcloud run services delete agent --quiet')
  expect(await health()).toBe(404)
  expect(await it.sh(`gcloud beta run domain-mappings delete --domain=${HOST}`)).toBe(
    `Deleting [${HOST}]...done.\n✓ Mappings to [${HOST}] now have been deleted.\n`,
  )
  expect(await health()).toBe('unknown-host')
})

// In the words of gcloud 528: command_lib/run/serverless_operations.py and surface/run/domain_mappings/create.py.
describe('a mapping is not made', () => {
  test.each([
    [
      'for a domain nobody has verified',
      MAP.replace(HOST, 'agent.example.org'),
      'The provided domain does not appear to be verified for the current account so a domain mapping cannot be created. Visit [https://cloud.google.com/run/docs/mapping-custom-domains/] for more information.\nCurrently verified domains:\n* example.com',
    ],
    ['for one that only looks alike', MAP.replace(HOST, 'example.com.example.org'), 'Caller is not authorized'],
    ['for a service that is not there', MAP.replace('service=agent', 'service=none'), "Route 'none' does not exist."],
    ['without a domain', MAP.replace(/--domain=\S+/, ''), 'argument --domain: Must be specified'],
  ])('%s', async (_, line, says) => {
    expect(await it.sh(line)).toContain(says)
    expect(it.done()).toEqual([])
  })

  test('twice in a region, nor in another without saying so', async () => {
    await it.sh(MAP)
    expect(await it.sh(MAP)).toContain(`Domain mapping to [${HOST}] already exists in this region.`)
    await it.sh(
      `gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x --region=europe-west4 --quiet`,
    )
    expect(await it.sh(`${MAP} --region=europe-west4`)).toContain(
      `Domain mapping to [${HOST}] is already in use elsewhere.`,
    )
    await it.sh(`${MAP} --region=europe-west4 --force-override`)
    const list = 'gcloud beta run domain-mappings list'
    expect(await it.sh(`${list} --region=-`)).toMatch(
      /^ +DOMAIN +SERVICE +REGION\n… +agent\.example\.com +agent +europe-west4\n$/,
    )
    expect(await it.sh(list)).toBe('')
  })

  test('while no domain is verified', async () => {
    it.world.cloud.domains = []
    expect(await it.sh(MAP)).toContain('\nYou currently have no verified domains.\n[1]')
    expect(await it.sh('gcloud domains list-user-verified --format=value(id)')).toBe('')
  })
})

test('the domains of the account are listed', async () => {
  expect(await it.sh('gcloud domains list-user-verified')).toBe('ID\nexample.com\n')
  expect(await it.sh('gcloud domains verify example.com')).toContain('which only a person can use')
})

describe('an audience of its own', () => {
  const update = (flag: string) => it.sh(`gcloud run services update agent --${flag}`)
  const kept = async () =>
    it
      .sh('gcloud run services describe agent --format=json')
      .then(
        (text) => JSON.parse(text).metadata.annotations['run.googleapis.com/custom-audiences'] as string | undefined,
      )

  beforeEach(async () => {
    await it.sh('gcloud iam service-accounts create carblau-run')
    await it.sh(
      `gcloud iam service-accounts add-iam-policy-binding ${RUNTIME} --member=user:operator@example.com --role=roles/iam.serviceAccountOpenIdTokenCreator`,
    )
    await it.sh(
      `gcloud run services add-iam-policy-binding agent --member=serviceAccount:${RUNTIME} --role=roles/run.invoker`,
    )
    await it.sh(MAP)
    later(CERTIFICATE_MS)
    it.done()
  })

  const asProgram = async (audience: string) => {
    const line = `gcloud auth print-identity-token --impersonate-service-account=${RUNTIME} --audiences=${audience}`
    return health((await it.run(line.split(' '))).stdout.trim())
  }

  test('is what a token for the domain needs: without it 401', async () => {
    expect(await asProgram(AUDIENCE)).toBe(401)
    await update(`add-custom-audiences=${AUDIENCE}`)
    expect([await asProgram(AUDIENCE), await asProgram(`${AUDIENCE}/`)]).toEqual([200, 401])
    await update(`remove-custom-audiences=${AUDIENCE}`)
    expect(await asProgram(AUDIENCE)).toBe(401)
  })

  test('is added, taken away, set and cleared, each once', async () => {
    await update('add-custom-audiences=a,b')
    await update('add-custom-audiences=b,c')
    expect(await kept()).toBe('["a","b","c"]')
    await update('remove-custom-audiences=a')
    expect(await kept()).toBe('["b","c"]')
    await update('set-custom-audiences=d')
    expect(await kept()).toBe('["d"]')
    await update('clear-custom-audiences')
    expect(await kept()).toBeUndefined()
  })
})
