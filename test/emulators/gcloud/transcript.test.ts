import { expect, test } from 'vitest'
import { type Cloud, withImage } from './cloud.ts'

// What each command of the cloud's resources prints, in the order of a day's work. Held as a file so that a change of
// wording is read in a review.
const IN_PROJECT = { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } }
const SA = 'carblau-run@my-project.iam.gserviceaccount.com'
const RUN = 'run services'
const TRIGGER = 'type=google.cloud.pubsub.topic.v1.messagePublished'

const LINES = `
sql instances describe carblau-sql
sql instances describe nothing
sql instances list
sql instances list --format=json
sql databases list --instance=carblau-sql
sql databases list --instance=nothing
sql databases create billing --instance=carblau-sql
sql databases create billing --instance=carblau-sql
sql databases create billing --instance=nothing
sql databases list --instance=carblau-sql --format=value(name)
secrets list
secrets create a
secrets create a
secrets create b --replication-policy=user-managed
secrets create b --locations=europe-west1
secrets create b --replication-policy=user-managed --locations=europe-west1,europe-west4 --labels=team=carblau
secrets list
secrets list --format=json
secrets list --filter=name~b
secrets describe a
secrets describe projects/my-project/secrets/b
secrets describe nothing
secrets update b --update-labels=stage=prod
secrets describe b --format=value(labels)
secrets versions list a
secrets versions describe 1 --secret=a
secrets versions add a --data-file=requirements.txt
secrets versions list a
secrets versions list a --format=json
secrets versions list nothing
secrets versions describe 1 --secret=a
secrets versions describe latest --secret=a
secrets versions describe 9 --secret=a
secrets versions describe projects/my-project/secrets/a/versions/1
secrets versions disable 1 --secret=a
secrets versions access 1 --secret=a
secrets versions destroy 1 --secret=a
secrets versions destroy 1 --secret=a --quiet
secrets get-iam-policy a
secrets add-iam-policy-binding a --member=user:ana@example.com --role=roles/secretmanager.secretAccessor
secrets remove-iam-policy-binding a --member=user:ana@example.com --role=roles/secretmanager.secretAccessor
secrets remove-iam-policy-binding a --member=user:ana@example.com --role=roles/secretmanager.secretAccessor
secrets get-iam-policy nothing
secrets delete b
secrets delete b --quiet
secrets delete b --quiet
iam service-accounts list
iam service-accounts create carblau-run --display-name=Carblau --description=Runs
iam service-accounts create carblau-run
iam service-accounts list
iam service-accounts list --format=json
iam service-accounts describe ${SA}
iam service-accounts describe nobody@my-project.iam.gserviceaccount.com
iam service-accounts get-iam-policy ${SA}
iam service-accounts add-iam-policy-binding ${SA} --member=user:ana@example.com --role=roles/iam.serviceAccountUser
iam service-accounts add-iam-policy-binding nobody@my-project.iam.gserviceaccount.com --member=user:ana@example.com --role=roles/iam.serviceAccountUser
iam service-accounts delete nobody@my-project.iam.gserviceaccount.com
iam service-accounts delete ${SA}
iam service-accounts describe ${SA}
artifacts repositories list
artifacts repositories create python
artifacts repositories create python --repository-format=python --location=europe-west4 --description=Wheels --labels=a=b
artifacts repositories create python --repository-format=python --location=europe-west4
artifacts repositories list
artifacts repositories list --location=europe-west4
artifacts repositories list --location=europe-west4 --format=json
artifacts repositories describe python
artifacts repositories describe python --location=europe-west4
artifacts repositories describe python --location=europe-west1
artifacts repositories describe projects/my-project/locations/europe-west4/repositories/python
artifacts repositories update python --location=europe-west4 --update-labels=c=d --description=Packages
artifacts repositories update python --location=europe-west1
artifacts repositories describe python --location=europe-west4 --format=json
artifacts repositories get-iam-policy python --location=europe-west4
artifacts repositories add-iam-policy-binding python --location=europe-west4 --member=user:ana@example.com --role=roles/artifactregistry.reader
artifacts repositories remove-iam-policy-binding python --location=europe-west4 --member=user:ana@example.com --role=roles/artifactregistry.reader
artifacts repositories delete nothing --location=europe-west4
artifacts repositories delete python --location=europe-west4
artifacts repositories describe python --location=europe-west4
artifacts repositories delete carblau --location=europe-west1 --quiet
storage buckets list
storage buckets create gs://carblau-uploads --location=europe-west1
storage buckets create gs://carblau-uploads
storage buckets create gs://UPPER
storage buckets create gs://carblau-files --location=moon
storage buckets create gs://carblau-one gs://carblau-two --default-storage-class=nearline
storage buckets create plain
storage buckets list
storage buckets list gs://carblau-one
storage buckets list gs://nothing
storage buckets list --format=json(name)
storage buckets describe gs://carblau-uploads
storage buckets describe gs://nothing
storage buckets describe gs://carblau-uploads/object
storage buckets get-iam-policy gs://carblau-uploads
storage buckets add-iam-policy-binding gs://carblau-uploads --member=user:ana@example.com --role=roles/storage.objectViewer
storage buckets delete gs://nothing
storage buckets delete gs://carblau-one gs://carblau-two
storage buckets describe gs://carblau-one
storage service-agent
${RUN} list
${RUN} list --region=europe-west4
${RUN} list --format=value(metadata.name)
${RUN} describe agent
${RUN} describe agent --format=value(status.url)
${RUN} describe nothing --format=value(status.url)
${RUN} get-iam-policy agent
${RUN} add-iam-policy-binding agent --member=allUsers --role=roles/run.invoker
${RUN} remove-iam-policy-binding agent --member=allUsers --role=roles/run.invoker
${RUN} get-iam-policy nothing
run revisions list
run revisions list --service=agent
run revisions describe agent-00001-nothing --format=value(metadata.name)
run regions list --limit=2
eventarc triggers list
eventarc triggers create uploads --location=europe-west1 --destination-run-service=agent --event-filters=${TRIGGER}
eventarc triggers create uploads --location=europe-west1 --destination-run-service=agent --event-filters=${TRIGGER}
eventarc triggers create other --location=europe-west1 --destination-run-service=nothing --event-filters=${TRIGGER}
eventarc triggers list --location=europe-west1
eventarc triggers list --location=-
eventarc triggers list --location=europe-west4
eventarc triggers list --location=europe-west1 --format=json
eventarc triggers describe uploads
eventarc triggers describe uploads --location=europe-west1
eventarc triggers describe nothing --location=europe-west1
eventarc triggers delete nothing --location=europe-west1
eventarc triggers delete uploads --location=europe-west1
eventarc triggers describe uploads --location=europe-west1
${RUN} delete agent
${RUN} delete nothing
${RUN} delete agent --quiet
${RUN} describe agent --format=json
projects describe my-project
projects describe 123456789012
projects describe nothing
projects list
projects list --format=value(projectId)
projects get-iam-policy my-project
projects add-iam-policy-binding my-project --member=user:ana@example.com --role=roles/viewer
projects add-iam-policy-binding nothing --member=user:ana@example.com --role=roles/viewer
projects remove-iam-policy-binding my-project --member=user:ana@example.com --role=roles/viewer
projects remove-iam-policy-binding my-project --member=user:ana@example.com --role=roles/viewer
billing projects describe my-project
services list
services list --format=value(config.name)
services disable secretmanager.googleapis.com
services disable eventarc.googleapis.com
`
  .trim()
  .split('\n')

/** Each line, what it prints and what it does. */
const transcript = async (it: Cloud, options: Parameters<Cloud['sh']>[1]): Promise<string> => {
  let text = ''
  for (const line of LINES) {
    const printed = await it.sh(`gcloud ${line}`, options)
    text += `$ gcloud ${line}\n${printed}${printed === '' || printed.endsWith('\n') ? '' : '\n'}${it
      .done()
      .map((effect) => `# ${effect}\n`)
      .join('')}\n`
  }
  return text
}

const withService = async (): Promise<Cloud> => {
  const it = await withImage()
  await it.sh(
    'gcloud run deploy agent --image=europe-west1-docker.pkg.dev/my-project/carblau/agent:v1 --set-env-vars=DB_PASSWORD=x',
  )
  it.done()
  return it
}

/** A project where everything is, and somebody with a lesser role than who made it. */
const demoted = async (role: string): Promise<Cloud> => {
  const it = await withService()
  for (const line of LINES.filter((one) => / create /.test(one))) await it.sh(`gcloud ${line}`, IN_PROJECT)
  it.world.cloud.projects.get('my-project')!.policy = [{ role, members: ['user:operator@example.com'] }]
  it.done()
  return it
}

test.each([
  ['owner', withService],
  ['viewer', () => demoted('roles/viewer')],
] as const)('what the commands of resources print to %s', async (name, make) => {
  await expect(await transcript(await make(), IN_PROJECT)).toMatchFileSnapshot(`__snapshots__/transcript-${name}.txt`)
})
