import { expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

const BUILT = 'services:\n  web:\n    container_name: octavios-web\n    build: .\n'
const sleeping = (label: number) => `FROM ubuntu:latest\nLABEL build=${label}\nCMD ["sleep", "600"]\n`

test('a filter by image lists the containers of the image that has the name now', async () => {
  const { run, script } = laptop()
  for (const [build, name] of [
    [1, 'older'],
    [2, 'newer'],
  ] as const) {
    await run(['docker', 'build', '--quiet', '--tag', 'app:1', '-'], { stdin: sleeping(build) })
    await run(['docker', 'run', '--detach', '--name', name, 'app:1'])
  }
  expect(await script('docker ps --all --filter ancestor=app:1 --format {{.Names}}')).toMatchInlineSnapshot(`
    "$ docker ps --all --filter ancestor=app:1 --format {{.Names}}
    newer
    "
  `)
  expect(await script('docker ps --all --format {{.Names}}')).toMatchInlineSnapshot(`
    "$ docker ps --all --format {{.Names}}
    newer
    older
    "
  `)
})

test('a build from standard input has no other file', async () => {
  const { run } = laptop()
  const { stderr, exitCode } = await run(['docker', 'build', '-'], { stdin: 'FROM ubuntu:latest\nCOPY app ./app\n' })
  expect({ exitCode, said: stderr.trimEnd().split('\n').at(-1) }).toMatchInlineSnapshot(`
    {
      "exitCode": 1,
      "said": "ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref k3wx9q1nd7v0c5m2b8r6t4z1y::p0s9d8f7g6h5j4k3l2m1n0b9v: "/app": not found",
    }
  `)
})

test('Compose does not take a container it did not make, whatever its name', async () => {
  const { script } = laptop({ 'compose.yaml': BUILT })
  const said = await script(
    'docker compose build --quiet',
    'docker run --detach --name octavios-web redis:7-alpine',
    'docker compose ps --all --quiet',
    'docker compose up --detach --no-build',
  )
  expect(said.replace(/\b[0-9a-f]{12,64}\b/g, 'ID').split('$ docker compose ps')[1]).toMatchInlineSnapshot(`
    " --all --quiet
    $ docker compose up --detach --no-build
     Network agent_default  Creating
     Network agent_default  Created
     Container octavios-web  Creating
    Error response from daemon: Conflict. The container name "/octavios-web" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name.
    [1]
    "
  `)
})

test('Compose neither builds nor pulls an image that only a build gives, when it may not build', async () => {
  const { script } = laptop({ 'compose.yaml': BUILT })
  expect(await script('docker compose up --detach --no-build')).toMatchInlineSnapshot(`
    "$ docker compose up --detach --no-build
    Error response from daemon: No such image: agent-web:latest
    [1]
    "
  `)
})
