import { expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

/** Three stopped containers and two images without a name: some labelled, all made just now. */
async function litter() {
  const it = laptop()
  for (const args of ['--name=prod --label=env=prod', '--name=test --label=env=test', '--name=plain'])
    await it.script(`docker run ${args} ubuntu:latest true`)
  await it.script(
    'docker build -q --label=env=test -t app:v1 .',
    'docker build -q --label=env=prod -t app:v1 .',
    'docker build -q -t app:v1 .',
  )
  return it
}

const names = 'docker ps --all --format {{.Names}}'
const dangling = 'docker images --filter dangling=true --quiet'
const count = (text: string) => text.trim().split('\n').length - 1

test.each<[string, string[], number]>([
  ['label=env', ['plain'], 0],
  ['label=env=test', ['plain', 'prod'], 1],
  ['label!=env=test', ['test'], 1],
  ['label!=env', ['prod', 'test'], 2],
  ['until=24h', ['plain', 'prod', 'test'], 2],
  ['until=2100-01-01', [], 0],
  ['until=1h30m --filter=label=env', ['plain', 'prod', 'test'], 2],
])('prune --filter=%s leaves the others', async (filter, containers, images) => {
  const { script } = await litter()
  expect(count(await script(dangling))).toBe(2)
  await script(`docker container prune -f --filter=${filter}`, `docker image prune -f --filter=${filter}`)
  expect((await script(names)).trim().split('\n').slice(1).sort()).toEqual(containers)
  expect(count(await script(dangling))).toBe(images)
})

test('networks and volumes have labels too', async () => {
  const { script } = laptop()
  for (const kind of ['network', 'volume']) {
    await script(`docker ${kind} create --label=env=test mine`, `docker ${kind} create other`)
    await script(`docker ${kind} prune --force --filter=label=env=test${kind === 'volume' ? ' --all' : ''}`)
    const left = await script(`docker ${kind} ls --format {{.Name}}`)
    expect(left).not.toContain('mine')
    expect(left).toContain('other')
  }
})

test.each([
  ['util=24h', "invalid filter 'util'"],
  ['until=yesterday', 'failed to parse value as time or duration: "yesterday"'],
])('the engine refuses --filter=%s', async (filter, message) => {
  for (const kind of ['container', 'image'])
    expect(await laptop().script(`docker ${kind} prune -f --filter=${filter}`)).toContain(message)
})
