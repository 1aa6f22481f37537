import { expect, it } from 'vitest'
import { effectName } from '#site/diagram/effect-name.ts'

const INPUTS = { REGION: 'europe-west1', PROJECT: 'my-project', TAG: '1.5.0', DB: 'shop', CPU: '2', TOKEN: '***' }
const nameOf = (name: string, typed = '', kind = 'docker.image') =>
  effectName({ verb: 'create', kind, name }, { inputs: INPUTS, typed })

it.each([
  ['europe-west1-docker.pkg.dev/my-project/shop-api:1.5.0', '$REGION-docker.pkg.dev/$PROJECT/$DB-api:$TAG'],
  ['my-project_cloudbuild', '${PROJECT}_cloudbuild'],
  ['shopping', 'shopping'],
  ['workshop', 'workshop'],
  ['prod/api-2', 'prod/api-2'],
  ['11.5.0', '11.5.0'],
])('says %s with the parameters it came from', (name, said) => {
  expect(nameOf(name)).toBe(said)
})

it('takes no value for what the step itself types', () => {
  expect(nameOf('shop-api:1.5.0', 'gcloud run deploy shop-api --image="shop-api:$TAG"')).toBe('shop-api:$TAG')
})

it.each([
  ['3620289b-534e-724a-b7ca-a4fe3098be2d', '…'],
  ['api-00001-lrm', 'api-…'],
  ['uploads/probe-c09e37a98c9d', 'uploads/probe-…'],
  ['uploads/probe-c09e37a98c9d.png', 'uploads/probe-….png'],
  ['eventarc-uploads-sub-567', 'eventarc-uploads-sub-…'],
  [`prod/${'61b2ca94cccf97bc'.repeat(4)}`, 'prod/…'],
  ['main-sql/1795987884151', 'main-sql/…'],
])('leaves out what only one run called so: %s', (name, said) => {
  expect(nameOf(name)).toBe(said)
})

it('says the role of a binding only', () => {
  const name = 'roles/run.invoker of serviceAccount:a@my-project.iam.gserviceaccount.com on service [api]'
  expect(nameOf(name, '', 'iam.binding')).toBe('roles/run.invoker')
})
