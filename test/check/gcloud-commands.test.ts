import { describe, expect, test } from 'vitest'
import { found, step } from './page.ts'

describe('the region of a command', () => {
  const REPOSITORY = 'gcloud artifacts repositories describe app'
  test('that says none', () => {
    expect(found(step(REPOSITORY, 'effect=read'))).toContain('2:1 COMMAND_FLAG_MISSING')
  })

  test.each([
    `${REPOSITORY} --location=europe-west1`,
    'gcloud artifacts repositories describe projects/p/locations/europe-west1/repositories/app',
    `gcloud config set artifacts/location europe-west1\n${REPOSITORY}`,
    'gcloud run services list',
  ])('%s is right', (text) => {
    expect(found(step(text)).filter((one) => one.includes('FLAG_MISSING'))).toEqual([])
  })
})

test('a group of gcloud followed by what only a run can tell', () => {
  const account = '"build@$GCP_PROJECT_ID.iam.gserviceaccount.com"'
  expect(found(step(`gcloud iam service-accounts ${account} --quiet`))).toEqual(['2:12 COMMAND_INCOMPLETE'])
  expect(found(step('gcloud iam "$GCP_PROJECT_ID"'))).toEqual([])
})

describe('versions of a secret', () => {
  const create = step('printf %s "$DB_PASSWORD" | gcloud secrets create key --data-file=-', 'effect=create', 'create')
  const add = step('printf %s "$DB_PASSWORD" | gcloud secrets versions add key --data-file=-', 'effect=create', 'add')
  const read = (version: string) => step(`gcloud secrets versions access ${version} --secret=key > key`, '', 'read')
  const unknown = (...blocks: string[]) => found(...blocks).filter((one) => one.includes('NAME_UNKNOWN'))

  test('that steps add', () => {
    expect(unknown(create, read('1'))).toEqual([])
    expect(unknown(create, add, read('2'))).toEqual([])
    expect(unknown(create, read('latest'))).toEqual([])
  })

  test('that no step adds', () => {
    expect(unknown(create, read('2'))).toEqual(['6:32 NAME_UNKNOWN'])
    expect(unknown(create, read('2'), add)).toEqual(['6:32 NAME_UNKNOWN'])
  })
})
