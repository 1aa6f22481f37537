import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, cloud } from './cloud.ts'

const DEPLOY =
  'gcloud run deploy agent --source=. --region=europe-west1 --set-env-vars=DB_PASSWORD=x --no-allow-unauthenticated'
const BUILDER =
  'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/run.builder'

const REPOSITORY = 'europe-west1/cloud-run-source-deploy'
const IMAGE = 'europe-west1-docker.pkg.dev/my-project/cloud-run-source-deploy/agent'

describe('a deployment from source', () => {
  let it: Cloud
  beforeEach(async () => {
    it = cloud()
    await it.sh('gcloud config set project my-project')
    await it.sh(BUILDER)
    it.done()
  })

  test('builds the Dockerfile into a repository of its own, and deploys that', async () => {
    expect(await it.sh(DEPLOY)).toMatchInlineSnapshot(`
      "Deploying from source requires an Artifact Registry Docker repository to store built containers. A repository named [cloud-run-source-deploy] in region [europe-west1] will be created.

      Do you want to continue (Y/n)?  
      Building using Dockerfile and deploying container to Cloud Run service [agent] in project [my-project] region [europe-west1]
      Building and deploying...
      Uploading sources.....done
      Building Container...done
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
        "create artifacts.repository europe-west1/cloud-run-source-deploy",
        "create storage.bucket my-project_cloudbuild",
        "create docker.image europe-west1-docker.pkg.dev/my-project/cloud-run-source-deploy/agent",
        "create build 3620289b-534e-724a-b7ca-a4fe3098be2d",
        "create run.service agent",
        "read docker.image europe-west1-docker.pkg.dev/my-project/cloud-run-source-deploy/agent",
        "create run.revision agent-00001-mgp",
      ]
    `)
    expect(
      await it.sh(
        'gcloud run services describe agent --region=europe-west1 --format=value(spec.template.spec.containers[0].image)',
      ),
    ).toBe(`${IMAGE}\n`)
    await it.sh(DEPLOY)
    expect(it.done()).not.toContain(`create artifacts.repository ${REPOSITORY}`)
  })

  test('makes no repository against the will of who is asked', async () => {
    expect(await it.run(DEPLOY.split(' '), { stdin: 'n\n' })).toMatchObject({
      stderr: expect.stringContaining('Aborted by user.'),
      exitCode: 1,
    })
    expect(it.done()).toEqual([])
  })

  test.each([
    ['the API of Cloud Build', ['run', 'artifactregistry', 'iam'], 'Cloud Build API has not been used'],
    ['the API of Artifact Registry', ['run', 'cloudbuild', 'iam'], 'Artifact Registry API has not been used'],
  ])('needs %s', async (_, apis, message) => {
    const other = cloud({ apis })
    await other.sh('gcloud config set project my-project')
    expect(await other.sh(DEPLOY)).toContain(message)
  })

  test('needs an account that may read the source', async () => {
    const other = cloud()
    await other.sh('gcloud config set project my-project')
    expect(await other.sh(DEPLOY)).toContain('does not have storage.objects.get access')
  })

  test('fails as the build does', async () => {
    it.files.set('/home/operator/agent/Dockerfile', 'FROM python:3.12-slim\nCOPY none .\n')
    expect(await it.sh(DEPLOY)).toContain('Build failed; check build logs for details')
    expect(it.done()).not.toContain('create run.service agent')
    expect(await it.sh(DEPLOY.replace('--source=.', '--source=nowhere'))).toContain('could not find source [nowhere]')
  })
})
