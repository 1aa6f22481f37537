import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, cloud } from './cloud.ts'

const open = async (): Promise<Cloud> => {
  const it = cloud()
  await it.sh('gcloud config set project my-project')
  it.files.set('/home/operator/agent/photo.jpg', 'not really a photo')
  it.done()
  return it
}

describe('buckets', () => {
  let it: Cloud
  beforeEach(async () => {
    it = await open()
  })

  test('are created, listed, described and deleted', async () => {
    expect(await it.sh('gcloud storage buckets create gs://photos --location=europe-west1')).toBe(
      'Creating gs://photos/...\n',
    )
    expect(
      await it.sh("gcloud storage buckets describe gs://photos --format='value(name,location,location_type)'"),
    ).toBe('photos\tEUROPE-WEST1\tregion\n')
    expect(await it.sh("gcloud storage buckets list --format='value(storage_url)'")).toBe('gs://photos/\n')
    expect(await it.sh('gcloud storage ls')).toBe('gs://photos/\n')
    expect(await it.sh('gcloud storage buckets delete gs://photos')).toBe('Removing gs://photos/...\n  Completed 1/1\n')
    expect(it.done()).toEqual([
      'create storage.bucket photos',
      'read storage.bucket photos',
      'read storage.bucket all',
      'read storage.bucket all',
      'delete storage.bucket photos',
    ])
  })

  test.each([
    ['gcloud storage buckets create photos', '"gcloud storage buckets create" only accepts bucket URLs.'],
    ['gcloud storage buckets create gs://Photos', "HTTPError 400: Invalid bucket name: 'Photos'"],
    ['gcloud storage buckets create gs://photos --location=europe', 'HTTPError 400: The specified location constraint'],
    ['gcloud storage buckets create gs://taken', 'HTTPError 409: Your previous request to create'],
    ['gcloud storage buckets describe gs://nowhere', 'gs://nowhere not found: 404.'],
    ['gcloud storage buckets delete gs://full', 'HTTPError 409: The bucket you tried to delete is not empty.'],
    ['gcloud storage cp photo.jpg gs://nowhere', 'gs://nowhere not found: 404.'],
    ['gcloud storage cp none.jpg gs://taken', 'The following URLs matched no objects or files:\nnone.jpg'],
    ['gcloud storage cat gs://full/none', 'The following URLs matched no objects or files:\ngs://full/none'],
    ['gcloud storage rm gs://full/none', 'The following URLs matched no objects or files:\ngs://full/none'],
    ['gcloud storage ls gs://full/none', 'One or more URLs matched no objects.'],
    ['gcloud storage ls full', 'ls only works for valid cloud URLs.'],
    ['gcloud storage buckets create gs://photos --loation=us', 'unrecognized arguments'],
  ])('%s is refused', async (line, message) => {
    await it.sh('gcloud storage buckets create gs://taken gs://full')
    await it.sh('gcloud storage cp photo.jpg gs://full')
    const output = await it.sh(line)
    expect(output).toContain(message)
    expect(output).toMatch(/\[[12]\]$/)
  })

  test('are for those who may', async () => {
    const viewer = cloud({ roles: ['roles/viewer'] })
    await viewer.sh('gcloud config set project my-project')
    expect(await viewer.sh('gcloud storage buckets create gs://photos')).toContain(
      'HTTPError 403: operator@example.com does not have storage.buckets.create access',
    )
  })
})

describe('objects', () => {
  let it: Cloud
  beforeEach(async () => {
    it = await open()
    await it.sh('gcloud storage buckets create gs://photos --location=europe-west1')
    it.done()
  })

  test('are copied in, listed, read, copied out and removed', async () => {
    expect(await it.sh('gcloud storage cp photo.jpg gs://photos/raw-uploads/')).toBe(
      'Copying file://photo.jpg to gs://photos/raw-uploads/photo.jpg\n  Completed files 1/1 | 18B/18B\n',
    )
    expect(await it.sh('gcloud storage ls gs://photos')).toBe('gs://photos/raw-uploads/\n')
    expect(await it.sh('gcloud storage ls --long gs://photos/raw-uploads/')).toBe(
      '        18  2026-01-15T10:00:00Z  gs://photos/raw-uploads/photo.jpg\nTOTAL: 1 objects, 18 bytes (18B)\n',
    )
    expect(await it.sh("gcloud storage ls 'gs://photos/**'")).toBe('gs://photos/raw-uploads/photo.jpg\n')
    expect(await it.sh('gcloud storage cat gs://photos/raw-uploads/photo.jpg')).toBe('not really a photo')
    await it.sh('gcloud storage cp gs://photos/raw-uploads/photo.jpg back.jpg')
    expect(it.files.get('/home/operator/agent/back.jpg')).toBe('not really a photo')
    expect(await it.sh('gcloud storage rm gs://photos/raw-uploads/photo.jpg')).toMatch(
      /^Removing objects:\nRemoving gs:\/\/photos\/raw-uploads\/photo.jpg#\d{16}...\n {2}Completed 1\/1\n$/,
    )
    expect(it.done()).toEqual([
      'create storage.object photos/raw-uploads/photo.jpg',
      'read storage.object photos/',
      'read storage.object photos/raw-uploads/',
      'read storage.object photos/**',
      'read storage.object photos/raw-uploads/photo.jpg',
      'read storage.object photos/raw-uploads/photo.jpg',
      'create file back.jpg',
      'delete storage.object photos/raw-uploads/photo.jpg',
    ])
  })

  // The hashes are those `gcloud storage hash` gives.
  test('know their type, size and hashes', async () => {
    await it.run(['gcloud', 'storage', 'cp', '-', 'gs://photos/a.txt'], { stdin: 'hello\n' })
    expect(
      await it.sh(
        "gcloud storage objects describe gs://photos/a.txt --format='value(content_type,size,md5_hash,crc32c_hash)'",
      ),
    ).toBe('text/plain\t6\tsZRqySSS0jR8YjW00mERhA==\tNT3Yvg==\n')
  })

  test('of a directory keep their places', async () => {
    await it.sh('gcloud storage cp --recursive app gs://photos')
    await it.sh('gcloud storage cp --recursive app gs://photos/new')
    expect(await it.sh("gcloud storage ls 'gs://photos/**'")).toBe('gs://photos/app/main.py\ngs://photos/new/main.py\n')
    await it.sh('gcloud storage rm --recursive gs://photos')
    expect(await it.sh('gcloud storage ls gs://photos')).toContain('gs://photos not found: 404.')
  })
})
