import { expect, test } from 'vitest'
import { cloud, withImage } from './cloud.ts'

// What gcloud 528 says (lib/surface of its SDK) of commands that came with the declarations.
const at = { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } }

test('secrets update', async () => {
  const it = cloud()
  await it.sh('gcloud secrets create key --labels=a=b', at)
  expect(await it.sh('gcloud secrets update nothing --update-labels=a=b', at)).toBe(
    'ERROR: (gcloud.secrets.update) Invalid value for [secret]: The secret [nothing] cannot be updated because it does not exist. Please use the create command to create a new secret.\n[1]',
  )
  const unchanged = await it.sh('gcloud secrets update key', at)
  expect(unchanged).toContain(
    'ERROR: (gcloud.secrets.update) One of [--clear-labels, --remove-labels, --update-labels,',
  )
  expect(unchanged).toContain('] must be supplied: There are no changes to the secret [key] for update.\n[1]')
  expect(await it.sh('gcloud secrets update key --clear-labels', at)).toBe('Updated secret [key].\n')
  expect(await it.sh('gcloud secrets describe key --format=value(labels)', at)).toBe('\n')
})

test('sql instances, databases and users delete', async () => {
  const it = cloud()
  expect(await it.sh('gcloud sql databases delete carblau --instance=carblau-sql', at)).toBe(
    'Deleting Cloud SQL database...done.\nDeleted database [carblau].\n',
  )
  expect(await it.sh('gcloud sql users list --instance=carblau-sql', at)).toBe(
    'NAME      HOST  TYPE      PASSWORD_POLICY\npostgres        BUILT_IN\n',
  )
  expect(await it.sh('gcloud sql users delete postgres --instance=carblau-sql', at)).toBe(
    'Deleting Cloud SQL user...done.\n',
  )
  expect(await it.sh('gcloud sql instances delete carblau-sql', { ...at, stdin: 'n\n' })).toBe('')
  expect(await it.sh('gcloud sql instances list --format=value(name)', at)).toBe('carblau-sql\n')
  expect(await it.sh('gcloud sql instances delete carblau-sql', at)).toBe(
    'Deleting Cloud SQL instance...done.\nDeleted [https://sqladmin.googleapis.com/sql/v1beta4/projects/my-project/instances/carblau-sql].\n',
  )
  expect(it.done()).toContain('delete sql.instance carblau-sql')
})

test('eventarc triggers update', async () => {
  const it = await withImage()
  await it.sh(
    'gcloud run deploy agent --image=europe-west1-docker.pkg.dev/my-project/carblau/agent:v1 --set-env-vars=DB_PASSWORD=x',
  )
  await it.sh(
    'gcloud eventarc triggers create t --location=europe-west1 --destination-run-service=agent --event-filters=type=google.cloud.pubsub.topic.v1.messagePublished',
  )
  const update = 'gcloud eventarc triggers update t --location=europe-west1'
  expect(await it.sh(`${update} --destination-run-path=/events`)).toBe(
    'Updating trigger [t] in project [my-project], location [europe-west1]...done.\n',
  )
  expect(await it.sh(update)).toBe(
    'ERROR: (gcloud.eventarc.triggers.update) Must specify at least one field to update.\n[1]',
  )
  expect(await it.sh(`${update} --service-account=no@my-project.iam.gserviceaccount.com`)).toContain(
    'The service account no@my-project.iam.gserviceaccount.com does not exist.',
  )
})

test('service-accounts update', async () => {
  const it = cloud()
  const name = 'night-jobs@my-project.iam.gserviceaccount.com'
  await it.sh('gcloud iam service-accounts create night-jobs', at)
  expect(await it.sh(`gcloud iam service-accounts update ${name}`, at)).toBe(
    'ERROR: (gcloud.iam.service-accounts.update) One of arguments [--display-name, --description] is required: Specify at least one field to update.\n[1]',
  )
  expect(await it.sh(`gcloud iam service-accounts update ${name} --display-name=Night`, at)).toBe(
    `Updated serviceAccount [${name}].\n`,
  )
})

test('an API with resources is not disabled without --force', async () => {
  const it = cloud({ apis: ['pubsub'] })
  await it.sh('gcloud pubsub topics create orders', at)
  const disable = 'gcloud services disable pubsub.googleapis.com'
  expect(await it.sh(disable, at)).toContain('has been used in the last 30 days')
  expect(await it.sh(`${disable} --force`, at)).toContain('finished successfully.')
})
