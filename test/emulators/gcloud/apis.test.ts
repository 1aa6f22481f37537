import { beforeEach, describe, expect, test } from 'vitest'
import { listenForApis } from '#emulators/gcloud/api/listen.ts'
import { answerMetadata } from '#emulators/gcloud/api/metadata.ts'
import { newFirestore } from '#emulators/gcloud/state.ts'
import { issueAccessToken } from '#emulators/gcloud/tokens.ts'
import { bytesOf, type HttpRequest } from '#emulators/network/network.ts'
import { type Cloud, cloud } from './cloud.ts'

const WORKER = 'worker@my-project.iam.gserviceaccount.com'
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0x00)

let it: Cloud
beforeEach(async () => {
  it = cloud({ apis: ['iam', 'firestore'] })
  listenForApis(it.world)
  await it.sh('gcloud config set project my-project')
  await it.sh('gcloud iam service-accounts create worker')
  await it.sh('gcloud storage buckets create gs://photos --location=europe-west1')
})

const project = () => it.world.cloud.projects.get('my-project')!
const grant = (role: string) =>
  it.sh(`gcloud projects add-iam-policy-binding my-project --member=serviceAccount:${WORKER} --role=${role}`)

const ask = async (method: string, url: string, more: Partial<HttpRequest> = {}) => {
  const authorization = `Bearer ${issueAccessToken(it.world.cloud, WORKER)}`
  const request = { method, url: new URL(url), headers: { authorization, ...more.headers }, body: more.body ?? '' }
  const answer = await it.world.network.fetch(more.bytes ? { ...request, bytes: more.bytes } : request)
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}
const error = async (answer: ReturnType<typeof ask>) => JSON.parse((await answer).body).error

describe("Cloud Storage's JSON API", () => {
  const OBJECTS = 'https://storage.googleapis.com/storage/v1/b/photos/o'
  const UPLOAD = 'https://storage.googleapis.com/upload/storage/v1/b/photos/o?uploadType=media&name=a%2Fb.png'
  const upload = (query = '') =>
    ask('POST', `${UPLOAD}${query}`, { headers: { 'Content-Type': 'image/png' }, bytes: PNG })

  test('keeps bytes as they are, and tells of them', async () => {
    await grant('roles/storage.objectUser')
    const stored = JSON.parse((await upload()).body)
    expect(stored).toMatchObject({ name: 'a/b.png', bucket: 'photos', contentType: 'image/png', size: '6' })
    expect(JSON.parse((await ask('GET', `${OBJECTS}/a%2Fb.png`)).body)).toEqual(stored)
    const media = await ask('GET', `${OBJECTS}/a%2Fb.png?alt=media&generation=${stored.generation}`)
    expect(media.headers['content-type']).toBe('image/png')
    expect(bytesOf(media)).toEqual(PNG)
    expect(await it.sh("gcloud storage objects describe gs://photos/a/b.png --format='value(content_type,size)'")).toBe(
      'image/png\t6\n',
    )
  })

  test('replaces what is there unless told not to', async () => {
    await grant('roles/storage.objectUser')
    const { generation } = JSON.parse((await upload('&ifGenerationMatch=0')).body)
    expect((await upload('&ifGenerationMatch=0')).status).toBe(412)
    expect((await upload(`&ifGenerationMatch=${generation}`)).status).toBe(200)
    expect((await ask('GET', `${OBJECTS}/a%2Fb.png?alt=media&generation=${generation}`)).status).toBe(404)
  })

  // Wording: github.com/spaceml-org/STARCOP/issues/6, github.com/zetaalphavector/InPars/issues/13 for lists.
  test('refuses who may not, and tells of nothing to who may not list', async () => {
    const denied = (permission: string) => ({
      code: 403,
      message: `${WORKER} does not have ${permission} access to the Google Cloud Storage ${permission.endsWith('list') ? 'bucket' : 'object'}. Permission '${permission}' denied on resource (or it may not exist).`,
    })
    expect(await error(upload())).toMatchObject(denied('storage.objects.create'))
    await it.sh('gcloud storage cp app/main.py gs://photos/a.py')
    expect(await error(ask('GET', `${OBJECTS}/a.py`))).toMatchObject(denied('storage.objects.get'))
    expect((await ask('GET', `${OBJECTS}/a.py?alt=media`)).body).toBe(denied('storage.objects.get').message)
    expect(await error(ask('GET', `${OBJECTS}/none`))).toMatchObject(denied('storage.objects.list'))
    await grant('roles/storage.objectCreator')
    expect((await upload()).status).toBe(200)
    expect(await error(upload())).toMatchObject(denied('storage.objects.delete'))
  })

  test('answers 404 for what is not there, 401 for who is nobody', async () => {
    await grant('roles/storage.objectViewer')
    expect(await error(ask('GET', `${OBJECTS}/none`))).toMatchObject({
      code: 404,
      message: 'No such object: photos/none',
    })
    expect((await ask('GET', `${OBJECTS}/none?alt=media`)).body).toBe('No such object: photos/none')
    expect(await error(ask('GET', `${OBJECTS.replace('photos', 'none')}/a`))).toMatchObject({ code: 404 })
    expect(await error(ask('GET', `${OBJECTS}/none`, { headers: { authorization: 'Bearer x' } }))).toMatchObject({
      code: 401,
      message: 'Invalid Credentials',
    })
  })
})

describe('Firestore over REST', () => {
  const DOCUMENTS = 'https://firestore.googleapis.com/v1/projects/my-project/databases/(default)/documents'
  const ONE = `${DOCUMENTS}/images/a%252Fb.png`
  const patch = (fields: object, query = '') => ask('PATCH', `${ONE}${query}`, { body: JSON.stringify({ fields }) })

  beforeEach(() => {
    project().firestore.set('(default)', newFirestore({ name: '(default)', location: 'eur3', createdAt: 0 }))
  })

  test('writes, reads, lists and deletes a document', async () => {
    await grant('roles/datastore.user')
    const status = { status: { stringValue: 'done' } }
    const name = 'projects/my-project/databases/(default)/documents/images/a%2Fb.png'
    expect(JSON.parse((await patch(status)).body)).toMatchObject({ name, fields: status })
    expect(JSON.parse((await ask('GET', ONE)).body)).toMatchObject({ name, fields: status })
    expect(JSON.parse((await ask('GET', `${DOCUMENTS}/images`)).body).documents).toHaveLength(1)
    await patch({ size: { integerValue: '1' } }, '?updateMask.fieldPaths=size')
    expect(JSON.parse((await ask('GET', ONE)).body).fields).toEqual({ ...status, size: { integerValue: '1' } })
    await patch({ other: { booleanValue: true } })
    expect(JSON.parse((await ask('GET', ONE)).body).fields).toEqual({ other: { booleanValue: true } })
    expect((await ask('DELETE', ONE)).status).toBe(200)
    expect(await error(ask('GET', ONE))).toMatchObject({ code: 404, message: `Document "${name}" not found.` })
    expect(JSON.parse((await ask('GET', `${DOCUMENTS}/images`)).body)).toEqual({})
  })

  test('lists a page at a time', async () => {
    await grant('roles/datastore.user')
    const name = (at: number) => `${DOCUMENTS}/images/${String(at).padStart(2, '0')}`
    for (let at = 0; at < 25; at++) await ask('PATCH', name(at), { body: '{}' })
    const page = async (query: string) => JSON.parse((await ask('GET', `${DOCUMENTS}/images${query}`)).body)
    expect((await page('')).documents).toHaveLength(20)
    const first = await page('?pageSize=24&pageToken=')
    expect(first.documents).toHaveLength(24)
    const second = await page(`?pageSize=24&pageToken=${first.nextPageToken}`)
    expect(second.documents.map((one: { name: string }) => one.name.slice(-2))).toEqual(['24'])
    expect(second.nextPageToken).toBeUndefined()
  })

  test('keeps a precondition', async () => {
    await grant('roles/datastore.user')
    expect(await error(patch({}, '?currentDocument.exists=true'))).toMatchObject({ status: 'NOT_FOUND' })
    expect((await patch({}, '?currentDocument.exists=false')).status).toBe(200)
    expect(await error(patch({}, '?currentDocument.exists=false'))).toMatchObject({
      code: 409,
      status: 'ALREADY_EXISTS',
    })
  })

  // Wording: github.com/grahamearley/FirestoreGoogleAppsScript/issues/12
  test('refuses who may not write', async () => {
    const denied = { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' }
    expect(await error(ask('GET', ONE))).toEqual(denied)
    await grant('roles/datastore.viewer')
    expect((await ask('GET', ONE)).status).toBe(404)
    expect(await error(patch({}))).toEqual(denied)
    expect(await error(ask('GET', ONE.replace('my-project', 'other')))).toEqual(denied)
    expect(await error(ask('GET', ONE, { headers: { authorization: 'Bearer x' } }))).toMatchObject({ code: 401 })
  })

  test('says that the API is off, or that there is no database', async () => {
    await grant('roles/datastore.user')
    project().firestore.clear()
    expect((await error(ask('GET', ONE))).message).toContain(
      'The database (default) does not exist for project my-project',
    )
    expect(await it.sh('gcloud firestore databases describe')).toContain(
      "NOT_FOUND: Project 'my-project' or database '(default)' does not exist.",
    )
    project().services.delete('firestore.googleapis.com')
    expect((await error(ask('GET', ONE))).message).toContain(
      'Cloud Firestore API has not been used in project my-project',
    )
  })
})

describe('the metadata server', () => {
  const asked = (path: string, headers: Record<string, string> = { 'Metadata-Flavor': 'Google' }) =>
    answerMetadata(
      it.world.cloud,
      { project: project(), account: WORKER },
      { method: 'GET', url: new URL(`http://metadata.google.internal/computeMetadata/v1/${path}`), headers, body: '' },
    )

  test('tells an instance who it is, with tokens that hold', async () => {
    expect(asked('project/project-id').body).toBe('my-project')
    expect(asked('instance/service-accounts/default/email').body).toBe(WORKER)
    const { access_token: token, token_type: type } = JSON.parse(asked('instance/service-accounts/default/token').body)
    expect(type).toBe('Bearer')
    expect(it.world.cloud.accessTokens.get(token)).toBe(WORKER)
  })

  test('answers who asks for it by its header, and of nothing else', () => {
    expect(asked('project/project-id', {}).status).toBe(403)
    expect(asked('instance/attributes/none').status).toBe(404)
  })
})
