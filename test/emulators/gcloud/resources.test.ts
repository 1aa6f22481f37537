import { expect, test } from 'vitest'
import { cloud, REPO, RUNTIME, withImage } from './cloud.ts'

const at = { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } }

test.each([
  ['gcloud secrets create a', ['artifactregistry']],
  ['gcloud artifacts repositories create a --repository-format=docker --location=europe-west1', ['run']],
  ['gcloud iam service-accounts create carblau-run', ['run']],
])('%s needs its API', async (line, apis) => {
  const text = await cloud({ apis }).sh(line, at)
  expect(text).toMatch(
    /ERROR: \(gcloud\.\S+\) PERMISSION_DENIED: .+ has not been used in project my-project before or it is disabled\./,
  )
  expect(text).toContain('[1]')
})

test('enabling is an update once, a read after', async () => {
  const it = cloud({ apis: [] })
  expect(await it.sh('gcloud services enable run.googleapis.com', at)).toContain('finished successfully.')
  await it.sh('gcloud services enable run.googleapis.com', at)
  expect(it.done()).toEqual(['update service run.googleapis.com', 'read service run.googleapis.com'])
})

test('enabling needs billing and a name that exists', async () => {
  expect(await cloud({ apis: [], billing: false }).sh('gcloud services enable run.googleapis.com', at)).toContain(
    'Billing must be enabled',
  )
  expect(await cloud().sh('gcloud services enable secretmanger.googleapis.com', at)).toContain(
    'Not found or permission denied for service(s): secretmanger.googleapis.com.',
  )
})

test('without the role nothing is made', async () => {
  const it = cloud({ roles: ['roles/viewer'] })
  expect(await it.sh('gcloud secrets create a', at)).toContain("Permission 'secretmanager.secrets.create' denied")
  expect(it.done()).toEqual([])
})

test('a secret and its versions', async () => {
  const it = cloud()
  const file = { ...at, stdin: 'one' }
  expect(await it.sh('gcloud secrets create a --data-file=-', file)).toBe('Created version [1] of the secret [a].\n')
  expect(await it.sh('gcloud secrets create a --data-file=-', file)).toContain(
    'Secret [projects/123456789012/secrets/a] already exists.',
  )
  expect(await it.sh('gcloud secrets versions add a --data-file=-', { ...at, stdin: 'two\n' })).toBe(
    'Created version [2] of the secret [a].\n',
  )
  expect(await it.sh('gcloud secrets versions access latest --secret=a', at)).toBe('two\n')
  expect(await it.sh('gcloud secrets versions access 1 --secret=a', at)).toBe('one')
  expect(await it.sh('gcloud secrets versions access 9 --secret=a', at)).toContain(
    'Secret Version [projects/123456789012/secrets/a/versions/9] not found.',
  )
  expect(await it.sh('gcloud secrets versions access latest --secret=b', at)).toContain(
    'Secret [projects/123456789012/secrets/b] not found.',
  )
  expect(await it.sh('gcloud secrets versions add a --data-file=-', { ...at, stdin: '' })).toContain(
    'Secret Payload cannot be empty.',
  )
  expect(it.done()).toEqual([
    'create secret a',
    'create secret.version a/1',
    'create secret.version a/2',
    'read secret.version a/2',
    'read secret.version a/1',
  ])
})

test('a value is printed by nothing but access', async () => {
  const it = cloud()
  await it.sh('gcloud secrets create a --data-file=-', { ...at, stdin: 's3cret' })
  const lines = [
    'secrets list',
    'secrets describe a',
    'secrets versions list a',
    'secrets list --format=json',
    'secrets versions describe 1 --secret=a',
  ]
  for (const line of lines) expect(await it.sh(`gcloud ${line}`, at)).not.toContain('s3cret')
})

test('a binding once is a creation, twice a read', async () => {
  const it = cloud()
  await it.sh('gcloud iam service-accounts create carblau-run', at)
  it.done()
  const line = `gcloud projects add-iam-policy-binding my-project --member=serviceAccount:${RUNTIME} --role=roles/cloudsql.client`
  expect(await it.sh(line, at)).toMatchInlineSnapshot(`
    "bindings:
    - members:
      - serviceAccount:carblau-run@my-project.iam.gserviceaccount.com
      role: roles/cloudsql.client
    - members:
      - user:operator@example.com
      role: roles/owner
    etag: BwX6nrmw7j5=
    version: 1
    Updated IAM policy for project [my-project].
    "
  `)
  await it.sh(line, at)
  expect(it.done().map((effect) => effect.split(' ')[0])).toEqual(['create', 'read'])
  expect(await it.sh(line.replace('carblau-run', 'carblau-rum'), at)).toContain('does not exist.')
})

test('formats and filters', async () => {
  const it = cloud()
  for (const name of ['alpha', 'beta']) await it.sh(`gcloud secrets create ${name}`, at)
  expect(await it.sh('gcloud secrets list --format="value(name.basename())"', at)).toBe('alpha\nbeta\n')
  expect(await it.sh('gcloud secrets list --filter=name~beta --format="csv(name.basename():label=name)"', at)).toBe(
    'name\nbeta\n',
  )
  expect(await it.sh('gcloud secrets list --format="json(name)" --limit=1', at)).toBe(
    '[\n  {\n    "name": "projects/123456789012/secrets/alpha"\n  }\n]\n',
  )
  expect(
    await it.sh(
      'gcloud projects get-iam-policy my-project --flatten="bindings[].members" --filter="bindings.role:roles/owner" --format="value(bindings.members)"',
      at,
    ),
  ).toBe('user:operator@example.com\n')
  expect(await it.sh('gcloud sql instances describe carblau-sql --format="value(connectionName,state)"', at)).toBe(
    'my-project:europe-west1:carblau-sql\tRUNNABLE\n',
  )
  expect(await it.sh('gcloud secrets list --format="table(nmae.frobnicate())"', at)).toContain('not modelled')
})

test('Cloud Build pushes only with the role, and only for amd64', async () => {
  const it = await withImage()
  const build = `gcloud builds submit --tag=${REPO}/agent:v2 .`
  expect(await it.sh(build)).toContain('does not have storage.objects.get access')
  await it.sh(
    'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/cloudbuild.builds.builder',
  )
  it.done()
  expect(await it.sh(build)).toContain('SUCCESS')
  expect(it.done()).toContain(`create docker.image ${REPO}/agent:v2`)
  expect(await it.sh(`gcloud artifacts docker tags list ${REPO}/agent --format="value(tag)"`)).toContain('v2')
})

test('a build file with substitutions', async () => {
  const it = await withImage()
  await it.sh(
    'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/cloudbuild.builds.builder',
  )
  it.files.set(
    '/home/operator/agent/cloudbuild.yaml',
    `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, 'europe-west1-docker.pkg.dev/$PROJECT_ID/carblau/agent:\${_TAG}', .]
images: ['europe-west1-docker.pkg.dev/$PROJECT_ID/carblau/agent:\${_TAG}']
`,
  )
  expect(await it.sh('gcloud builds submit --config=cloudbuild.yaml --substitutions=_TAG=v3 .')).toContain('SUCCESS')
  expect(await it.sh('gcloud builds submit --config=cloudbuild.yaml .')).toContain(
    'key in the template "_TAG" is not a valid built-in substitution',
  )
  expect(await it.sh('gcloud builds submit --config=nope.yaml .')).toBe(
    "ERROR: (gcloud.builds.submit) Unable to read file [nope.yaml]: [Errno 2] No such file or directory: 'nope.yaml'\n[1]",
  )
  it.files.set('/home/operator/agent/cloudbuild.yaml', 'stepz: []\n')
  expect(await it.sh('gcloud builds submit --config=cloudbuild.yaml .')).toContain('.stepz: unused')
})

test.each([
  ['CLOUD_LOGGING_ONLY', false, true],
  ['NONE', false, false],
  ['GCS_ONLY', true, true],
])('a build with logging %s shows its log while it runs: %s; and later: %s', async (logging, during, later) => {
  const it = await withImage()
  await it.sh(
    'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/cloudbuild.builds.builder',
  )
  it.files.set(
    '/home/operator/agent/cloudbuild.yaml',
    `steps: [{ name: gcr.io/cloud-builders/docker, args: [build, -t, '${REPO}/agent:v4', .] }]
options: { logging: ${logging} }
`,
  )
  const said = await it.sh('gcloud builds submit --config=cloudbuild.yaml .')
  expect(said).toContain('Logs are available at [ https://console.cloud.google.com/cloud-build/builds/')
  expect(said.includes('REMOTE BUILD OUTPUT')).toBe(during)
  expect(said.includes('gcloud builds submit only displays logs from Cloud Storage.')).toBe(!during && later)
  const id = (await it.sh('gcloud builds list --limit=1 --format="value(id)"')).trim()
  expect((await it.sh(`gcloud builds log ${id}`)).includes('Already have image')).toBe(later)
})

test('tags are made immutable later, and move or go only while they are not', async () => {
  const it = await withImage()
  const update = 'gcloud artifacts repositories update carblau --location=europe-west1'
  const remove = `gcloud artifacts docker images delete ${REPO}/agent:v1 --delete-tags --quiet`
  const immutable =
    'gcloud artifacts repositories describe carblau --location=europe-west1 --format="value(dockerConfig.immutableTags)"'
  const move = `gcloud artifacts docker tags add ${REPO}/agent:v2 ${REPO}/agent:v1`
  await it.sh('gcloud auth configure-docker europe-west1-docker.pkg.dev --quiet')
  it.files.set('/home/operator/agent/app/main.py', 'second = True\n')
  await it.sh(`docker build --quiet --tag=${REPO}/agent:v2 .`)
  expect(await it.sh(`docker push ${REPO}/agent:v2`)).toContain('digest')
  it.done()

  expect(await it.sh(`${update} --immutable-tags`)).toBe('Updated repository [carblau].\n')
  expect(it.done()).toEqual(['update artifacts.repository europe-west1/carblau'])
  expect(await it.sh(immutable)).toMatch(/^True$/m)
  for (const refused of [move, remove]) expect(await it.sh(refused)).toContain('has enabled tag immutability')
  await it.sh(`docker tag ${REPO}/agent:v2 ${REPO}/agent:v1`)
  expect(await it.sh(`docker push ${REPO}/agent:v1`)).toContain(
    'manifest invalid: cannot update tag v1. The repository has enabled tag immutability',
  )

  await it.sh(`${update} --no-immutable-tags`)
  expect(await it.sh(immutable)).not.toMatch(/^True$/m)
  expect(await it.sh(`docker push ${REPO}/agent:v1`)).toContain('digest: sha256:')
  expect(await it.sh(move)).toContain('Added tag')
  expect(await it.sh(remove)).toContain('Delete request issued.')
  expect(
    await it.sh('gcloud artifacts repositories update nothing --location=europe-west1 --immutable-tags'),
  ).toContain('NOT_FOUND')
})

test('Cloud Build moves no immutable tag', async () => {
  const it = await withImage()
  await it.sh(
    'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/cloudbuild.builds.builder',
  )
  await it.sh('gcloud artifacts repositories update carblau --location=europe-west1 --immutable-tags')
  it.files.set('/home/operator/agent/app/main.py', 'changed = True\n')
  const build = `gcloud builds submit --tag=${REPO}/agent:v1 .`
  expect(await it.sh(build)).toContain('has enabled tag immutability')
  expect(await it.sh(build.replace(':v1', ':v2'))).toContain('SUCCESS')
})

test('a trigger needs its service', async () => {
  const it = await withImage()
  const create =
    'gcloud eventarc triggers create t --location=europe-west1 --destination-run-service=agent --event-filters=type=google.cloud.pubsub.topic.v1.messagePublished'
  expect(await it.sh(create)).toContain('cannot find Cloud Run service "agent"')
  await it.sh(`gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x`)
  expect(await it.sh(create)).toContain('done.')
  expect(it.done()).toContain('create eventarc.trigger europe-west1/t')
})
