import { expect, test } from 'vitest'
import { type Cloud, cloud, REPO, RUNTIME, SQL, withImage } from './cloud.ts'

const URL_OF_AGENT = 'https://agent-123456789012.europe-west1.run.app'
const DEPLOY = `gcloud run deploy agent --image=${REPO}/agent:v1 --service-account=${RUNTIME} --set-secrets=DB_PASSWORD=db-password:latest`

/** All that a deployment needs: account, secret and its access. */
const ready = async (setup: Parameters<typeof withImage>[0] = {}): Promise<Cloud> => {
  const it = await withImage(setup)
  await it.sh('gcloud iam service-accounts create carblau-run')
  await it.sh('gcloud secrets create db-password --data-file=-', { stdin: 's3cret' })
  await it.sh(
    `gcloud secrets add-iam-policy-binding db-password --member=serviceAccount:${RUNTIME} --role=roles/secretmanager.secretAccessor`,
  )
  it.done()
  return it
}

test('a first deployment', async () => {
  const it = await ready()
  expect(await it.sh(`${DEPLOY} --no-allow-unauthenticated`)).toMatchInlineSnapshot(`
    "Deploying container to Cloud Run service [agent] in project [my-project] region [europe-west1]
    Deploying new service...
    Creating Revision.....done
    Routing traffic.....done
    Setting IAM Policy.....done
    Done.
    Service [agent] revision [agent-00001-mgp] has been deployed and is serving 100 percent of traffic.
    Service URL: https://agent-123456789012.europe-west1.run.app
    "
  `)
  expect(it.done()).toMatchInlineSnapshot(`
    [
      "create run.service agent",
      "read docker.image europe-west1-docker.pkg.dev/my-project/carblau/agent:v1",
      "read secret.version db-password/1",
      "create run.revision agent-00001-mgp",
    ]
  `)
})

test('a private service answers only who may invoke it', async () => {
  const it = await ready()
  await it.sh(`${DEPLOY} --no-allow-unauthenticated`)
  const token = (await it.run(['gcloud', 'auth', 'print-identity-token'])).stdout.trim()
  expect(await it.get(`${URL_OF_AGENT}/health`)).toMatchObject({ status: 403 })
  expect(await it.get(`${URL_OF_AGENT}/health`, 'made-up')).toMatchObject({ status: 401 })
  expect(await it.get(`${URL_OF_AGENT}/health`, token)).toMatchObject({ status: 200 })
})

test('a token for another audience is refused', async () => {
  const it = await ready()
  await it.sh(`${DEPLOY} --no-allow-unauthenticated`)
  await it.sh(
    `gcloud iam service-accounts add-iam-policy-binding ${RUNTIME} --member=user:operator@example.com --role=roles/iam.serviceAccountTokenCreator`,
  )
  await it.sh(
    `gcloud run services add-iam-policy-binding agent --member=serviceAccount:${RUNTIME} --role=roles/run.invoker`,
  )
  const ask = (audience: string) => [
    'gcloud',
    'auth',
    'print-identity-token',
    `--impersonate-service-account=${RUNTIME}`,
    `--audiences=${audience}`,
  ]
  const right = (await it.run(ask(URL_OF_AGENT))).stdout.trim()
  const wrong = (await it.run(ask('https://example.com'))).stdout.trim()
  expect(await it.get(`${URL_OF_AGENT}/health`, right)).toMatchObject({ status: 200 })
  expect(await it.get(`${URL_OF_AGENT}/health`, wrong)).toMatchObject({ status: 401 })
})

test('a public service answers everybody', async () => {
  const it = await ready()
  await it.sh(`${DEPLOY} --allow-unauthenticated`)
  expect(await it.get(`${URL_OF_AGENT}/health`)).toMatchObject({
    status: 200,
    body: expect.stringContaining('agent-00001-'),
  })
  expect(it.done()).toContain('create iam.binding roles/run.invoker of allUsers on service [agent]')
})

test('a failed start leaves the revision before it serving', async () => {
  const it = await ready()
  await it.sh(`${DEPLOY} --allow-unauthenticated`)
  expect(await it.sh('gcloud run services update agent --clear-secrets')).toContain('[1]')
  expect(await it.get(`${URL_OF_AGENT}/health`)).toMatchObject({
    status: 200,
    body: expect.stringContaining('agent-00001-'),
  })
  expect(await it.sh('gcloud run services logs read agent')).toContain('DB_PASSWORD is not set')
})

test('a secret is resolved when a revision starts', async () => {
  const it = await ready()
  await it.sh(DEPLOY)
  await it.sh('gcloud secrets versions disable latest --secret=db-password')
  expect(await it.sh(DEPLOY)).toContain('is in DISABLED state.')
})

const failures: [string, (it: Cloud) => Promise<string>][] = [
  [
    'the container listens elsewhere',
    (it) => it.sh(`${DEPLOY} --command=uvicorn --args=app.main:app,--host=0.0.0.0,--port=9000`),
  ],
  ['the image was never pushed', (it) => it.sh(DEPLOY.replace(':v1', ':v9'))],
  ['the repository is in another region', (it) => it.sh(DEPLOY.replace('europe-west1-docker', 'us-central1-docker'))],
  ['the registry is one Cloud Run does not take', (it) => it.sh(DEPLOY.replace(REPO, 'registry.example.com/carblau'))],
  [
    'the service account does not exist',
    (it) => it.sh(DEPLOY.replace(RUNTIME, 'nobody@my-project.iam.gserviceaccount.com')),
  ],
  [
    'the account may not read the secret',
    async (it) => {
      await it.sh(
        `gcloud secrets remove-iam-policy-binding db-password --member=serviceAccount:${RUNTIME} --role=roles/secretmanager.secretAccessor`,
      )
      return it.sh(DEPLOY)
    },
  ],
  ['the secret does not exist', (it) => it.sh(DEPLOY.replace('=db-password', '=db-pasword'))],
  [
    'a literal takes the name of a secret',
    async (it) => {
      await it.sh(DEPLOY)
      return it.sh('gcloud run services update agent --update-env-vars=DB_PASSWORD=x')
    },
  ],
  [
    'a secret takes the name of a literal',
    async (it) => {
      await it.sh(`${DEPLOY} --set-env-vars=DB_USER=carblau`)
      return it.sh('gcloud run services update agent --update-secrets=DB_USER=db-password:latest')
    },
  ],
  [
    'no region',
    async (it) => {
      await it.sh('gcloud config unset run/region')
      return it.sh(DEPLOY)
    },
  ],
  [
    'no project',
    async (it) => {
      await it.sh('gcloud config unset project')
      return it.sh(DEPLOY)
    },
  ],
  [
    'nobody answers for a deletion',
    async (it) => {
      await it.sh(DEPLOY)
      return it.sh('gcloud run services delete agent')
    },
  ],
]

test.each(failures)('fails where %s', async (_, act) => {
  expect(await act(await ready())).toMatchSnapshot()
})

test('the API must be enabled first', async () => {
  const it = await ready({ apis: ['artifactregistry', 'iam', 'secretmanager'] })
  expect(await it.sh(DEPLOY)).toMatchInlineSnapshot(`
    "The following APIs are not enabled on project [my-project]:
    	run.googleapis.com

    Do you want enable these APIs to continue (this will take a few minutes)? (Y/n)?  
    ERROR: (gcloud.run.deploy) Aborted by user.
    [1]"
  `)
})

test('an image for another processor is refused', async () => {
  const it = await ready({ platform: 'linux/arm64' })
  expect(await it.sh(DEPLOY)).toContain(`Cloud Run does not support image '${REPO}/agent:v1'`)
})

test('Cloud SQL needs the instance and the client role', async () => {
  const it = await ready()
  const deploy = `${DEPLOY} --add-cloudsql-instances=${SQL}`
  expect(await it.sh(deploy)).toContain('failed to start and listen on the port')
  expect(await it.sh('gcloud run services logs read agent')).toContain('notAuthorized')
  await it.sh(
    `gcloud projects add-iam-policy-binding my-project --member=serviceAccount:${RUNTIME} --role=roles/cloudsql.client`,
  )
  expect(await it.sh(deploy)).toContain('has been deployed')
  expect(await it.sh(deploy.replace('carblau-sql', 'carblau-sqll'))).toContain('[1]')
})

test('what is not modelled says so', async () => {
  const it = cloud()
  expect(
    await it.sh('gcloud run deploy agent --image=a --region=europe-west1 --project=my-project --vpc-connector=x'),
  ).toContain('not modelled: gcloud run deploy --vpc-connector')
  expect(await it.sh('gcloud run jobs list')).toContain('not modelled: gcloud run jobs list')
  expect(await it.sh('gcloud compute instances list')).toContain('not modelled')
})

test('the log of a container on the wrong port says that its start-up probe failed', async () => {
  const it = await ready()
  await it.sh(`${DEPLOY} --command=uvicorn --args=app.main:app,--host=0.0.0.0,--port=9000`)
  expect(await it.sh('gcloud run services logs read agent --region=europe-west1 --limit=1')).toContain(
    'Default STARTUP TCP probe failed 1 time consecutively for container "agent-1" on port 8080. The instance was not started.\nConnection failed with status DEADLINE_EXCEEDED.',
  )
})
