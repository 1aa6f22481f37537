import { describe, expect, test } from 'vitest'
import { DECLARED } from '#emulators/gcloud/declared/all.ts'
import { type Cloud, withImage } from './cloud.ts'
import { CASES, type Case } from './declared-cases.ts'

const APIS = [
  'run',
  'artifactregistry',
  'secretmanager',
  'sqladmin',
  'cloudbuild',
  'iam',
  'eventarc',
  'firestore',
  'pubsub',
]

/** A world with everything in it that comes before the resource. */
const worldFor = async ({ before = [] }: Case): Promise<Cloud> => {
  const it = await withImage({ apis: APIS })
  for (const line of before) await good(it, line)
  it.done()
  return it
}

/** Runs a line that must work, and gives what it prints. */
const good = async (it: Cloud, line: string): Promise<string> => {
  const text = await it.sh(`gcloud ${line}`)
  expect(text, line).not.toMatch(/\[\d+\]$/)
  return text
}

const project = (it: Cloud) => it.world.cloud.projects.get('my-project')!

test('every declared resource and each of its commands is tried', () => {
  expect(DECLARED.map(({ group }) => group).sort()).toEqual(Object.keys(CASES).sort())
  for (const { group, commands } of DECLARED) {
    const verbs = Object.keys(commands).map((path) => path.slice(group.length + 1))
    expect(Object.keys(CASES[group]!.lines).sort(), group).toEqual(verbs.sort())
  }
})

describe.each(DECLARED.map(({ group, kind, api }) => ({ group, kind, api, ...CASES[group]! })))('$group', (one) => {
  const { group, kind, api, lines } = one
  const run = (it: Cloud, verb: string) => good(it, `${group} ${verb} ${lines[verb]}`)
  const has = (verb: string) => lines[verb] !== undefined

  test('is made, shown, changed, shared and deleted', async () => {
    const it = await worldFor(one)
    const effect = (verb: string) => expect(it.done().some((done) => done.startsWith(`${verb} ${kind} `))).toBe(true)
    if (has('create')) {
      await run(it, 'create')
      effect('create')
      expect(await it.sh(`gcloud ${group} create ${lines.create}`)).toMatch(AGAIN)
    }
    if (has('describe')) expect(await run(it, 'describe')).toContain(one.shows)
    if (has('list')) expect((await run(it, 'list')).split('\n')).toContain(one.listed)
    it.done()
    if (has('update')) {
      await run(it, 'update')
      effect('update')
      expect(await run(it, 'describe')).toContain(one.updated)
    }
    if (has('get-iam-policy')) {
      expect(await run(it, 'add-iam-policy-binding')).toContain('Updated IAM policy for ')
      expect(await run(it, 'get-iam-policy')).toContain('user:ana@example.com')
      await run(it, 'remove-iam-policy-binding')
      expect(await run(it, 'get-iam-policy')).not.toContain('user:ana@example.com')
    }
    it.done()
    if (has('delete')) {
      await run(it, 'delete')
      effect('delete')
      expect((await run(it, 'list')).split('\n')).not.toContain(one.listed)
    }
    if (one.missing) {
      const text = await it.sh(`gcloud ${group} describe ${one.missing.line ?? lines.describe}`)
      expect(text).toContain(`ERROR: (gcloud.${group.replaceAll(' ', '.')}.describe) ${one.missing.says}`)
      expect(text).toMatch(/\[1\]$/)
    }
  })

  /** A line of it where it is made already, by somebody else. */
  const refusedLine = async (verb: string, refuse: (it: Cloud) => void): Promise<{ text: string; done: string[] }> => {
    const it = await worldFor(one)
    if (has('create') && verb !== 'create') await run(it, 'create')
    refuse(it)
    it.done()
    return { text: await it.sh(`gcloud ${group} ${verb} ${lines[verb]}`), done: it.done() }
  }

  if (api !== undefined) {
    test.each(Object.keys(lines))('%s is refused where its API is not enabled', async (verb) => {
      const { text, done } = await refusedLine(verb, (it) => project(it).services.delete(api))
      expect(text).toContain(`API [${api}] not enabled on project [my-project].`)
      expect(text).toContain('has not been used in project my-project before or it is disabled.')
      expect(text).toMatch(/\[1\]$/)
      expect(done).toEqual([])
    })
  }

  test.each(Object.keys(lines))('%s is refused to who lacks the permission', async (verb) => {
    const { text, done } = await refusedLine(verb, (it) => demote(it, 'roles/billing.viewer'))
    if (verb === 'get-iam-policy' && one.openPolicy) return expect(text).toContain('etag: ')
    expect(text).toMatch(REFUSED)
    expect(text).toMatch(/\[1\]$/)
    expect(done).toEqual([])
  })

  test.each(Object.keys(lines).filter((verb) => CHANGES.test(verb)))('%s is refused to who may look', async (verb) => {
    const { text, done } = await refusedLine(verb, (it) => demote(it, 'roles/viewer'))
    expect(text).toMatch(REFUSED)
    expect(text).toMatch(/\[1\]$/)
    expect(done.filter((effect) => !effect.startsWith('read '))).toEqual([])
  })
})

const demote = (it: Cloud, role: string): void => {
  project(it).policy = [{ role, members: ['user:operator@example.com'] }]
}

const CHANGES = /create|update|delete|binding/
/** What making it once more says. */
const AGAIN = /already exists|already own it|not modelled/
const REFUSED = /PERMISSION_DENIED: |HTTPError 403: |does not have permission to access|User not authorized/
