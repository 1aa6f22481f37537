import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, cloud } from './cloud.ts'

const DEPLOY =
  'gcloud run deploy agent --source=. --region=europe-west1 --set-env-vars=DB_PASSWORD=x --no-allow-unauthenticated'
const BUILDER =
  'gcloud projects add-iam-policy-binding my-project --member=serviceAccount:123456789012-compute@developer.gserviceaccount.com --role=roles/run.builder'

const logOf = async (it: Cloud) => {
  const id = await it.sh('gcloud builds list --region=europe-west1 --limit=1 --format=value(id)')
  return it.sh(`gcloud builds log --region=europe-west1 ${id.trim()}`)
}

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
      Building and deploying new service...
      Creating Container Repository...done
      Uploading sources.....done
      Building Container...done
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

  test('needs a builder who may write the image', async () => {
    const other = cloud()
    await other.sh('gcloud config set project my-project')
    await other.sh(BUILDER.replace('run.builder', 'storage.objectViewer'))
    other.done()
    expect(await other.sh(DEPLOY)).toContain('Build failed; check build logs for details')
    expect(await logOf(other)).toContain(
      'denied: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "projects/my-project/locations/europe-west1/repositories/cloud-run-source-deploy" (or it may not exist)',
    )
    expect(other.done()).not.toContain('create run.service agent')
    await other.sh(BUILDER.replace('run.builder', 'artifactregistry.writer'))
    expect(await other.sh(DEPLOY)).toContain('has been deployed and is serving 100 percent of traffic.')
  })

  test.each([
    ['make the repository', ['roles/run.admin'], 'artifactregistry.repositories.create'],
    ['build', ['roles/run.admin', 'roles/artifactregistry.admin'], 'cloudbuild.builds.create'],
  ])('needs somebody who may %s', async (_, roles, permission) => {
    const other = cloud({ roles })
    await other.sh('gcloud config set project my-project')
    expect(await other.sh(DEPLOY)).toMatch(new RegExp(`PERMISSION_DENIED: .*${permission}.*\\n.*\\[1\\]$`, 's'))
    expect(other.done()).not.toContain('create run.service agent')
  })

  test('needs somebody who may act as the account that builds', async () => {
    const other = cloud({
      roles: ['roles/run.admin', 'roles/artifactregistry.admin', 'roles/cloudbuild.builds.editor'],
    })
    await other.sh('gcloud config set project my-project')
    const account = 'projects/my-project/serviceAccounts/builder@my-project.iam.gserviceaccount.com'
    expect(await other.sh(`${DEPLOY} --build-service-account=${account}`)).toContain(
      `PERMISSION_DENIED: caller does not have permission to act as service account ${account}`,
    )
  })

  test('fails as the build does', async () => {
    it.files.set('/home/operator/agent/Dockerfile', 'FROM python:3.12-slim\nCOPY none .\n')
    expect(await it.sh(DEPLOY)).toContain('Build failed; check build logs for details')
    expect(it.done()).not.toContain('create run.service agent')
    expect(await it.sh(DEPLOY.replace('--source=.', '--source=nowhere'))).toContain('could not find source [nowhere]')
  })
})

describe('a deployment from source without a Dockerfile', () => {
  let it: Cloud
  const put = (files: Readonly<Record<string, string>>) => {
    for (const path of it.files.keys()) if (path.startsWith('/home/operator/agent/')) it.files.delete(path)
    for (const [path, text] of Object.entries(files)) it.files.set(`/home/operator/agent/${path}`, text)
  }
  beforeEach(async () => {
    it = cloud()
    await it.sh('gcloud config set project my-project')
    await it.sh(BUILDER)
    it.done()
  })

  test('fails where no buildpack knows the language', async () => {
    put({ 'README.md': 'nothing to run' })
    expect(await it.sh(DEPLOY)).toMatchInlineSnapshot(`
      "Deploying from source requires an Artifact Registry Docker repository to store built containers. A repository named [cloud-run-source-deploy] in region [europe-west1] will be created.

      Do you want to continue (Y/n)?  
      Building using Buildpacks and deploying container to Cloud Run service [agent] in project [my-project] region [europe-west1]
      Building and deploying new service...
      Creating Container Repository...done
      Uploading sources.....done
      Building Container...failed
      Deployment failed
      ERROR: (gcloud.run.deploy) Build failed; check build logs for details
      [1]"
    `)
    expect(it.done()).not.toContain('create run.service agent')
    expect(await logOf(it)).toContain('ERROR: No buildpack groups passed detection.')
  })

  test.each([
    ['nothing starts the program', { 'worker/run.py': '', 'requirements.txt': '' }, 'provide a main.py or app.py file'],
    [
      'the Procfile has no web process',
      { 'run.py': '', Procfile: 'job: python run.py\n' },
      'web process not found in Procfile, found processes: [job]',
    ],
  ])('fails where %s', async (_, files, message) => {
    put(files)
    expect(await it.sh(DEPLOY)).toContain('Build failed; check build logs for details')
    expect(await logOf(it)).toContain(message)
  })

  test.each([
    ['Python', { 'main.py': '' }, ''],
    ['Python', { 'run.py': '', Procfile: 'web: python run.py\n' }, ''],
    ['Python', { 'run.py': '' }, ' --set-build-env-vars=GOOGLE_ENTRYPOINT=python'],
    ['Node.js', { 'package.json': '{}' }, ''],
    ['Go', { 'go.mod': 'module x' }, ''],
  ])('does not say what the buildpacks of %s would make', async (language, files, flags) => {
    put(files)
    expect(await it.sh(`${DEPLOY}${flags}`)).toBe(
      `not modelled: an image that the buildpacks of ${language} make; with a Dockerfile it is\n[254]`,
    )
    expect(it.done()).not.toContain('create run.service agent')
  })
})
