import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GcloudFailure } from '#emulators/gcloud/failure.ts'
import { print } from '#emulators/gcloud/format/print.ts'
import { GcloudInvocation } from '#emulators/gcloud/invocation.ts'
import { defineResource } from '#emulators/gcloud/resource/define.ts'
import type { EmulatedCall } from '#emulators/model.ts'
import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import { knownWords } from '#tools/match/word.ts'
import { type Cloud, cloud } from './cloud.ts'

// A kind of resource the emulator does not have, declared as CONTRIBUTING says ("A new cloud resource").
const JOBS = defineResource<{ image: string }>({
  group: 'run jobs',
  kind: 'run.job',
  noun: 'job',
  api: 'run.googleapis.com',
  path: 'namespaces/{project}/jobs/{name}',
  within: { flag: '--region', find: (invocation) => invocation.property('run/region') ?? 'europe-west1' },
  missing: ({ name }) => new GcloudFailure(`Cannot find job [${name}]`),
  exists: ({ name }) => new GcloudFailure(`Job [${name}] already exists.`),
  json: ({ image }, { name, within }) => ({ image, name, region: within }),
  create: {
    permission: 'run.services.create',
    flags: ['--image'],
    make: (invocation) => ({ image: invocation.flag('--image') ?? '' }),
  },
  describe: { permission: 'run.services.get' },
  list: { permission: 'run.services.get', layout: 'table(name:label=JOB,region)' },
  delete: { permission: 'run.services.delete' },
})

/** Runs one of its commands in a world. */
const run = async (it: Cloud, line: string): Promise<string> => {
  const match = matchCommand(await loadGrammar('gcloud'), knownWords(line.split(' ')))
  const call = {
    env: { CLOUDSDK_CORE_PROJECT: 'my-project' },
    stdin: '',
    world: it.world,
    effect: (effect) => void it.effects.push(effect),
  } as Partial<EmulatedCall> as EmulatedCall
  const invocation = new GcloudInvocation(call, match)
  const reply = await JOBS.commands[match.subcommand]!.run(invocation)
  return `${print(invocation, reply)}${reply.stderr ?? ''}`
}

test('a declaration is all a kind of resource needs', async () => {
  const it = cloud()
  expect(await run(it, 'run jobs create nightly --image=app --region=europe-west4')).toBe('Created job [nightly].\n')
  await expect(run(it, 'run jobs create nightly --image=app --region=europe-west4')).rejects.toThrow('already exists')
  expect(await run(it, 'run jobs list --region=europe-west4')).toBe('JOB      REGION\nnightly  europe-west4\n')
  expect(await run(it, 'run jobs list --region=europe-west1')).toBe('')
  expect(await run(it, 'run jobs describe nightly --region=europe-west4')).toBe(
    'image: app\nname: nightly\nregion: europe-west4\n',
  )
  expect(JOBS.isUsed(it.world.cloud.projects.get('my-project')!)).toBe(true)
  expect(await run(it, 'run jobs delete nightly --region=europe-west4')).toBe('Deleted job [nightly].\n')
  await expect(run(it, 'run jobs describe nightly --region=europe-west4')).rejects.toThrow('Cannot find job [nightly]')
  expect(it.done()).toEqual([
    'create run.job europe-west4/nightly',
    'read run.job all',
    'read run.job all',
    'read run.job europe-west4/nightly',
    'delete run.job europe-west4/nightly',
  ])
})

test('only what is declared becomes a command', () => {
  expect(Object.keys(JOBS.commands).sort()).toEqual([
    'run jobs create',
    'run jobs delete',
    'run jobs describe',
    'run jobs list',
  ])
})

test('the files that CONTRIBUTING names for a new cloud resource are there', () => {
  const [, after = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('### A new cloud resource')
  const [section = ''] = after.split(/^#/m)
  const files = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = '']) => file)
  expect(files).toHaveLength(5)
  for (const file of files) expect(existsSync(file.replace('<product>', 'pubsub')), file).toBe(true)
})
