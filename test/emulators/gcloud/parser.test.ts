import { expect, test } from 'vitest'
import { cloud } from './cloud.ts'

// Captured from the real tool, version 528.
const SEARCH = '\n\nTo search the help text of gcloud commands, run:\n  gcloud help -- SEARCH_TERMS\n[2]'

test.each([
  [
    'gcloud run deploy x --regoin=y',
    `ERROR: (gcloud.run.deploy) unrecognized arguments: --regoin=y (did you mean '--region'?) ${SEARCH}`,
  ],
  ['gcloud run deploy x y --image=z', `ERROR: (gcloud.run.deploy) unrecognized arguments: y ${SEARCH}`],
  [
    'gcloud run deploy x --ingress=foo',
    `ERROR: (gcloud.run.deploy) argument --ingress: Invalid choice: 'foo'.\n\nValid choices are [all, internal, internal-and-cloud-load-balancing].${SEARCH}`,
  ],
])('%s, whole', async (line, text) => {
  expect(await cloud().sh(line)).toBe(text)
})

test.each([
  ['gcloud run deploi x', "ERROR: (gcloud.run) Invalid choice: 'deploi'.", 2],
  ['gcloud run', 'ERROR: (gcloud.run) Command name argument expected.', 2],
  ['gcloud run deploy x --image', 'ERROR: (gcloud.run.deploy) argument --image: expected one argument', 2],
  [
    'gcloud run deploy x --quiet=yes',
    "ERROR: (gcloud.run.deploy) argument --quiet/-q: ignored explicit argument 'yes'",
    2,
  ],
  [
    'gcloud run deploy x --port=70000',
    'ERROR: (gcloud.run.deploy) argument --port: Bad value [70000]: must be an integer between 1 and 65535, inclusive, or "default".',
    2,
  ],
  [
    'gcloud run deploy x --timeout=abc',
    "ERROR: (gcloud.run.deploy) argument --timeout: Failed to parse duration: Duration unit 'abc' must be preceded by a number",
    2,
  ],
  [
    'gcloud run deploy x --set-env-vars=A=1 --update-env-vars=B=2',
    'ERROR: (gcloud.run.deploy) argument --set-env-vars: At most one of --clear-env-vars | --env-vars-file | --set-env-vars | --remove-env-vars --update-env-vars can be specified.',
    2,
  ],
  ['gcloud secrets create', 'ERROR: (gcloud.secrets.create) argument SECRET: Must be specified.', 2],
  [
    'gcloud artifacts repositories create x',
    'ERROR: (gcloud.artifacts.repositories.create) argument --repository-format: Must be specified.',
    2,
  ],
  [
    'gcloud iam service-accounts add-iam-policy-binding',
    'ERROR: (gcloud.iam.service-accounts.add-iam-policy-binding) argument SERVICE_ACCOUNT --member --role: Must be specified.',
    2,
  ],
  ['gcloud builds submit --tag', 'ERROR: (gcloud.builds.submit) argument --tag/-t: expected one argument', 2],
  [
    'gcloud artifacts repositories list --limit=x',
    'ERROR: (gcloud.artifacts.repositories.list) argument --limit: Value must be an integer; received: x',
    2,
  ],
  [
    'gcloud secrets create a --replication-policy=foo',
    'ERROR: (gcloud.secrets.create) Invalid value for [replication-policy]: The value provided for --replication-policy is invalid. Valid values are "automatic" and "user-managed".',
    1,
  ],
  ['gcloud config set projct foo', 'ERROR: (gcloud.config.set) Section [core] has no property [projct].', 1],
  [
    'gcloud services enable run.googleapis.com',
    'ERROR: (gcloud.services.enable) The required property [project] is not currently set.',
    1,
  ],
])('%s', async (line, message, status) => {
  const { stderr, exitCode } = await cloud().run(line.split(' '))
  expect(stderr.split('\n')[0]).toBe(message)
  expect(exitCode).toBe(status)
})

test('configuration is as the real tool prints it', async () => {
  const it = cloud()
  expect(await it.sh('gcloud config set project my-project')).toBe('Updated property [core/project].\n')
  expect(await it.sh('gcloud config get-value project')).toBe('my-project\n')
  expect(await it.sh('gcloud config get-value project', { env: { CLOUDSDK_CORE_PROJECT: 'other' } })).toBe('other\n')
  expect(await it.sh('gcloud config unset project')).toBe('Unset property [core/project].\n')
  expect(await it.sh('gcloud config get-value project')).toBe('(unset)\n')
})

test('Docker is told to ask gcloud', async () => {
  const it = cloud()
  const line = 'gcloud auth configure-docker europe-west1-docker.pkg.dev --quiet'
  expect(await it.sh(line)).toContain('Docker configuration file updated.')
  expect(JSON.parse(it.files.get('/home/operator/.docker/config.json') ?? '')).toEqual({
    credHelpers: { 'europe-west1-docker.pkg.dev': 'gcloud' },
  })
  expect(await it.sh(line)).toContain('gcloud credential helpers already registered correctly.')
  expect(it.done().map((effect) => effect.split(' ')[0])).toEqual(['update', 'read'])
})
