import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, REPO, withImage } from './cloud.ts'

const BUILDER = 'builder@my-project.iam.gserviceaccount.com'
const REPOSITORY = 'projects/my-project/locations/europe-west1/connections/github/repositories/agent'
const CREATE = `gcloud builds triggers create github --name=tags --region=europe-west1 --repository=${REPOSITORY} --tag-pattern=^[0-9.]+$ --build-config=cloudbuild.yaml --service-account=projects/my-project/serviceAccounts/${BUILDER} --substitutions=_REGION=europe-west1,_IMAGE_TAG=$TAG_NAME`
const RUN = 'gcloud builds triggers run tags --region=europe-west1'
const IMAGE = '${_REGION}-docker.pkg.dev/$PROJECT_ID/carblau/agent:${_IMAGE_TAG}'
const BUILD = `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, '--tag=${IMAGE}', .]
images: ['${IMAGE}']
options:
  logging: CLOUD_LOGGING_ONLY
`
const FILE = '/home/operator/agent/cloudbuild.yaml'

let it: Cloud
beforeEach(async () => {
  it = await withImage()
  it.files.set(FILE, BUILD)
  await it.sh('gcloud iam service-accounts create builder')
  await it.sh(
    `gcloud projects add-iam-policy-binding my-project --member=serviceAccount:${BUILDER} --role=roles/cloudbuild.builds.builder`,
  )
  it.done()
})

test('a trigger builds a tag as its account, and nothing else', async () => {
  expect(await it.sh(CREATE)).toMatch(
    /^NAME +CREATE_TIME +STATUS\ntags +2026-01-15T10:00:00\+00:00 *\nCreated \[https:\/\/cloudbuild\.googleapis\.com\/v1\/projects\/my-project\/locations\/europe-west1\/triggers\/[0-9a-f-]{36}\]\.\n$/,
  )
  expect(it.done()).toEqual(['create build.trigger tags'])
  const id = (await it.sh(`${RUN} --tag=1.0.0 --format=value(metadata.build.id)`)).trim()
  expect(it.done()).toEqual([`create docker.image ${REPO}/agent:1.0.0`, `create build ${id}`])
  const describe = `gcloud builds describe ${id} --region=europe-west1`
  expect(await it.sh(`${describe} --format=value(status,substitutions.TAG_NAME,substitutions._IMAGE_TAG)`)).toBe(
    'SUCCESS\t1.0.0\t1.0.0\n',
  )
  expect(await it.sh(`gcloud artifacts docker images describe ${REPO}/agent:1.0.0`)).toContain('sha256:')
})

test('what a run prints is a build that has only begun', async () => {
  await it.sh(CREATE)
  expect(await it.sh(`${RUN} --tag=1.0.0 --format=value(metadata.build.status)`)).toBe('QUEUED\n')
})

test('what the file does not use of a trigger is no fault', async () => {
  it.files.set(FILE, BUILD.replaceAll('${_IMAGE_TAG}', '1'))
  await it.sh(CREATE)
  await it.sh(`${RUN} --tag=1.0.0`)
  expect(it.done()).toContain(`create docker.image ${REPO}/agent:1`)
})

test('a build that fails is kept as such', async () => {
  await it.sh(CREATE)
  await it.sh(
    `gcloud projects remove-iam-policy-binding my-project --member=serviceAccount:${BUILDER} --role=roles/cloudbuild.builds.builder`,
  )
  const id = (await it.sh(`${RUN} --tag=1.0.0 --format=value(metadata.build.id)`)).trim()
  expect(await it.sh(`gcloud builds describe ${id} --region=europe-west1 --format=value(status)`)).toBe('FAILURE\n')
  expect(await it.sh(`gcloud builds log ${id} --region=europe-west1`)).toContain('denied: Permission')
})

describe('a run is refused', () => {
  test.each([
    ['without anything to build', RUN, 'INVALID_ARGUMENT: source.revision must be specified to run this trigger'],
    ['for a tag that was never pushed', `${RUN} --tag=9.9.9`, 'NOT_FOUND: Requested entity was not found.'],
    ['where the trigger is not', `${RUN.replace('west1', 'west4')} --tag=1.0.0`, 'NOT_FOUND: Requested entity'],
  ])('%s', async (_, line, says) => {
    await it.sh(CREATE)
    it.done()
    expect(await it.sh(line)).toContain(`ERROR: (gcloud.builds.triggers.run) ${says}`)
    expect(it.done()).toEqual([])
  })

  test.each([
    ['where the tag has no build file', undefined, 'NOT_FOUND: Failed to trigger build: agent:cloudbuild.yaml: '],
    [
      'where the file does not say where logs go',
      BUILD.replace(/options:[\s\S]*/, ''),
      "INVALID_ARGUMENT: if 'build.service_account' is specified, the build must",
    ],
  ])('%s', async (_, file, says) => {
    await it.sh(CREATE)
    if (file === undefined) it.files.delete(FILE)
    else it.files.set(FILE, file)
    expect(await it.sh(`${RUN} --tag=1.0.0`)).toContain(says)
  })
})

describe('a trigger is not made', () => {
  test.each([
    ['without an account', CREATE.replace(/--service-account=\S+/, ''), 'Request contains an invalid argument.'],
    ['as an account that is not there', CREATE.replace('builder@', 'none@'), 'Request contains an invalid argument.'],
    [
      'as an account by its address alone',
      CREATE.replace(/projects\/my-project\/serviceAccounts\//, ''),
      'invalid build service account',
    ],
    [
      'where its repository is not',
      CREATE.replace('--region=europe-west1', '--region=europe-west4'),
      'Request contains an invalid argument.',
    ],
    [
      'for a repository that is not connected',
      CREATE.replace('repositories/agent', 'repositories/none'),
      'NOT_FOUND: ',
    ],
    [
      'for a repository of the first generation',
      CREATE.replace(/--repository=\S+/, '--repo-owner=example --repo-name=agent'),
      'FAILED_PRECONDITION: Repository mapping does not exist. Please visit https://console.cloud.google.com/cloud-build/triggers/connect?project=123456789012 to connect',
    ],
  ])('%s', async (_, line, says) => {
    expect(await it.sh(line)).toContain(says)
    expect(it.done()).toEqual([])
  })

  test('twice', async () => {
    await it.sh(CREATE)
    expect(await it.sh(CREATE)).toContain('ALREADY_EXISTS: trigger (123456789012, tags) already exists')
  })

  test('by who may not act as its account', async () => {
    const project = it.world.cloud.projects.get('my-project')!
    project.policy = [{ role: 'roles/cloudbuild.builds.editor', members: ['user:operator@example.com'] }]
    expect(await it.sh(CREATE)).toContain(
      `caller does not have permission to act as service account projects/my-project/serviceAccounts/${BUILDER}`,
    )
  })
})

test('connections and repositories are in a region', async () => {
  expect(await it.sh('gcloud builds connections list --region=europe-west1')).toBe(
    'NAME    INSTALLATION_STATE  DISABLED\ngithub  COMPLETE            Enabled\n',
  )
  expect(await it.sh('gcloud builds repositories list --connection=github --region=europe-west1')).toBe(
    'NAME   REMOTE_URI\nagent  https://github.com/example/agent.git\n',
  )
  expect(await it.sh('gcloud builds repositories list --connection=other --region=europe-west1')).toBe('')
  expect(await it.sh('gcloud builds connections list')).toContain('Failed to find attribute [region].')
})
