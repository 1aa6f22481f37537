import { describe, expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

const hidden = (text: string): string =>
  text.replace(/[0-9a-f]{64}/g, '<id>').replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{12}\b/g, '<short id>')

describe('docker commands on what they made', () => {
  test('images: tables, formats, filters, removal', async () => {
    const { script } = laptop()
    await script('docker build -q -t app:v1 .', 'docker tag app:v1 app:v2', 'docker pull redis:7-alpine')
    expect(
      hidden(
        await script(
          'docker images --format {{.Repository}}:{{.Tag}}',
          'docker images app',
          'docker images --filter reference=app:v* -q',
          'docker inspect --format {{.RepoTags}} app:v1',
          'docker image inspect --format {{.Config.Env}} redis:7-alpine',
          'docker rmi app:v1',
          'docker rmi app:v2',
          'docker system df',
          'docker image prune',
          'docker image prune -af',
          'docker images',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "$ docker images --format {{.Repository}}:{{.Tag}}
      app:v1
      app:v2
      redis:7-alpine
      $ docker images app
      REPOSITORY   TAG       IMAGE ID       CREATED                  SIZE
      app          v1        <short id>   Less than a second ago   40.4MB
      app          v2        <short id>   Less than a second ago   40.4MB
      $ docker images --filter reference=app:v* -q
      <short id>
      <short id>
      $ docker inspect --format {{.RepoTags}} app:v1
      [app:v1 app:v2]
      $ docker image inspect --format {{.Config.Env}} redis:7-alpine
      [PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin]
      $ docker rmi app:v1
      Untagged: app:v1
      $ docker rmi app:v2
      Untagged: app:v2
      Deleted: sha256:<id>
      $ docker system df
      TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE
      Images          1         0         44.1MB    44.1MB
      Containers      0         0         0B        0B
      Local Volumes   0         0         0B        0B
      Build Cache     0         0         0B        0B
      $ docker image prune
      WARNING! This will remove all dangling images.
      Are you sure you want to continue? [y/N] 
      the operation was cancelled
      [1]
      $ docker image prune -af
      Deleted Images:
      untagged: redis:7-alpine
      deleted: sha256:<id>

      Total reclaimed space: 44.1MB
      $ docker images
      REPOSITORY   TAG       IMAGE ID   CREATED   SIZE
      "
    `)
  })

  test('containers reach each other by name on a network of their own, and never the machine', async () => {
    const { script, run, world } = laptop()
    await script(
      'docker build -q -t app:v1 .',
      'docker network create front',
      'docker run -d --name api --network front --env-file .env app:v1',
      'docker run -d --name lone --env-file .env -p 8000:8080 app:v1',
    )
    world.clock.advance(2000)
    const reach = async (name: string, url: string): Promise<number> =>
      (await run(['docker', 'exec', name, 'python', '-c', `import urllib.request; urllib.request.urlopen("${url}")`]))
        .exitCode
    expect([
      await reach('api', 'http://localhost:8080/health'),
      await reach('api', 'http://lone:8080/health'),
      await reach('lone', 'http://localhost:8000/health'),
      await reach('lone', 'http://host.docker.internal:8000/health'),
    ]).toEqual([0, 1, 1, 1])
    await script('docker network connect front lone')
    expect(await reach('api', 'http://lone:8080/health')).toBe(0)
  })

  test('networks, volumes and builders', async () => {
    const { script } = laptop()
    expect(
      hidden(
        await script(
          'docker network create front',
          'docker network create front',
          'docker volume create data',
          'docker run -d --name cache --network front -v data:/data redis:7-alpine',
          'docker volume rm data',
          'docker network rm front',
          'docker rm -f cache',
          'docker volume rm data',
          'docker network rm front',
          'docker network ls --format {{.Name}}',
          'docker volume ls',
          'docker buildx create --name multi --use',
          'docker buildx ls',
          'docker run -d -v ./data:/data redis:7-alpine',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "$ docker network create front
      <id>
      $ docker network create front
      Error response from daemon: network with name front already exists
      [1]
      $ docker volume create data
      data
      $ docker run -d --name cache --network front -v data:/data redis:7-alpine
      <id>
      Unable to find image 'redis:7-alpine' locally
      7-alpine: Pulling from library/redis
      Digest: sha256:<id>
      Status: Downloaded newer image for redis:7-alpine
      $ docker volume rm data
      Error response from daemon: remove data: volume is in use - [<id>]
      [1]
      $ docker network rm front
      Error response from daemon: error while removing network: network front has active endpoints (name:"cache" id:"<short id>")
      [1]
      $ docker rm -f cache
      cache
      $ docker volume rm data
      data
      $ docker network rm front
      front
      $ docker network ls --format {{.Name}}
      bridge
      host
      none
      $ docker volume ls
      DRIVER    VOLUME NAME
      $ docker buildx create --name multi --use
      multi
      $ docker buildx ls
      NAME/NODE   DRIVER/ENDPOINT    STATUS    PLATFORMS
      default     docker             running   linux/amd64, linux/arm64
      multi*      docker-container   running   linux/amd64, linux/arm64
      $ docker run -d -v ./data:/data redis:7-alpine
      not modelled: a bind mount or anonymous volume: ./data:/data
      [254]
      "
    `)
  })

  test('foreground, exits and restarts', async () => {
    const { script, run } = laptop()
    await script('docker build -q -t app:v1 .')
    expect(
      hidden(
        await script(
          'docker run --rm app:v1',
          'docker run --rm app:v1 python --version',
          'docker run --rm app:v1 ls -a',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "$ docker run --rm app:v1
      DB_PASSWORD is not set
      [1]
      $ docker run --rm app:v1 python --version
      Python 3.12
      $ docker run --rm app:v1 ls -a
      .
      ..
      app
      "
    `)
    const blocked = await run(['docker', 'run', '--name', 'api', '--env-file', '.env', 'app:v1'])
    expect([blocked.exitCode, blocked.stderr.split('\n').at(-2)]).toEqual([
      253,
      'blocked: docker run without -d stays in the foreground',
    ])
    expect(
      hidden(
        await script(
          'docker ps --format {{.Names}}',
          'docker kill api',
          'docker ps -a --format {{.Status}}',
          'docker container prune -f',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "$ docker ps --format {{.Names}}
      api
      $ docker kill api
      api
      $ docker ps -a --format {{.Status}}
      Exited (137) Less than a second ago
      $ docker container prune -f
      Deleted Containers:
      <id>

      Total reclaimed space: 0B
      "
    `)
  })
})

test('containers are listed by the code they ended with', async () => {
  const { script, run } = laptop()
  await script('docker run --name well python:3.12-slim true', 'docker run --name badly python:3.12-slim false')
  const ended = async (code: number) =>
    (await run(['docker', 'ps', '--all', '--filter', `exited=${code}`, '--format', '{{.Names}}'])).stdout
  expect([await ended(0), await ended(1), await ended(2)]).toEqual(['well\n', 'badly\n', ''])
})
