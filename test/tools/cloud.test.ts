import { expect, test } from 'vitest'
import { ask, texts } from './facts.ts'

test('a service that is deployed', () => {
  const line =
    'gcloud run deploy app --image=app:1 --set-env-vars=A=1,B=2 --set-secrets=C=key:3 --set-cloudsql-instances=p:r:db'
  const deployment = ask(line, 'deployment')
  expect(deployment).toMatchObject({ isService: true, access: 'unstated', databases: ['p:r:db'] })
  expect(deployment?.environment.map(({ name, value }) => `${name}=${value}`)).toEqual(['A=1', 'B=2'])
  expect(deployment?.secrets.map(({ name, value }) => `${name}=${value}`)).toEqual(['C=key:3'])
  expect(ask(line, 'secretVersions')).toMatchObject([{ secret: 'key', version: '3' }])
  expect(ask(line, 'api')).toBe('run.googleapis.com')
  expect(ask(line, 'placed')).toEqual({ flag: '--region', property: 'run/region' })
  expect(ask(line, 'asksRegion')).toBe(true)
  expect(ask(`${line} --region=r`, 'asksRegion')).toBeUndefined()
})

test('whether everyone may call it', () => {
  expect(ask('gcloud run deploy app --allow-unauthenticated', 'deployment')?.access).toMatchObject({ open: true })
  expect(ask('gcloud run deploy app --no-allow-unauthenticated', 'deployment')?.access).toMatchObject({ open: false })
  expect(ask('gcloud run services update app', 'deployment')?.access).toBeUndefined()
})

test('a policy binding', () => {
  const line = 'gcloud secrets add-iam-policy-binding key --member=allUsers --role=roles/x'
  expect(ask(line, 'grant')).toMatchObject({ adds: true, on: 'secrets' })
  expect(texts([ask(line, 'grant')?.target, ask(line, 'grant')?.member].flatMap((word) => word ?? []))).toEqual([
    'key',
    'allUsers',
  ])
  expect(ask(line.replace('add-', 'remove-'), 'grant')).toMatchObject({ adds: false })
})

test('what only help is asked for says nothing', () => {
  expect(ask('gcloud run deploy --help', 'deployment')).toBeUndefined()
  expect(ask('gcloud run services delete --help', 'effect')).toBeUndefined()
})
