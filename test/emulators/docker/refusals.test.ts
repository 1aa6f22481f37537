import { describe, expect, test } from 'vitest'
import { beginProcess } from '#emulators/process/processes.ts'
import { laptop } from '../laptop.ts'

const APP = 'FROM python:3.12-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY app app\n'

describe('what docker refuses', () => {
  test.each([
    'docker run --foo x',
    'docker run',
    'docker run -p 99999:80 ubuntu',
    'docker run --name',
    'docker run -e',
    'docker run --env-file nope.env ubuntu',
    'docker run --memory=abc ubuntu',
    'docker run --cpus=abc ubuntu',
    'docker run -d --rm --restart always ubuntu',
    'docker run IMG',
    'docker run nobody-has-this',
    'docker run ubuntu:nope',
    'docker run --network nope ubuntu',
    'docker run --rm ubuntu nope',
    'docker logs carblau-api-container / docker logs -f carblau-api-container',
    'docker foo',
    'docker image foo',
    'docker tag a',
    'docker tag a B',
    'docker tag nope:v1 other:v1',
    'docker rmi nope',
    'docker rm nope',
    'docker stop nope',
    'docker inspect nope',
    'docker push nobody/nothing',
    'docker login',
    'docker network rm nope',
    'docker network rm bridge',
    'docker volume rm nope',
    'docker build',
    'docker build --foo .',
    'docker build nowhere',
    'docker build -t UPPER .',
    'docker manifest inspect nope/nope:v1',
    'docker swarm init',
  ])('%s', async (line) => {
    expect(await laptop().script(line)).toMatchSnapshot()
  })
})

describe('what is taken', () => {
  test('a port that a program of the machine has', async () => {
    const { script, world } = laptop()
    await script('docker build -q -t app:v1 .')
    beginProcess(world, {
      command: 'uvicorn app',
      listens: [{ port: 8000, isEverywhere: false, answer: async () => 'refused' }],
    })
    const said = await script('docker run -d --name api -p 127.0.0.1:8000:8080 --env-file .env app:v1')
    expect(said).toContain('listen tcp4 127.0.0.1:8000: bind: address already in use')
    expect(said).toContain('[125]')
  })

  test('names, ports, images and networks in use', async () => {
    const { script } = laptop()
    await script('docker build -q -t app:v1 .', 'docker network create front')
    expect(
      (
        await script(
          'docker run -d --name api -p 8000:8080 --env-file .env --network front app:v1',
          'docker run -d --name api app:v1',
          'docker run -d --name api2 -p 8000:8080 --env-file .env app:v1',
          'docker ps -a --format {{.Names}}:{{.Status}}',
          'docker rm api',
          'docker rmi app:v1',
          'docker network rm front',
        )
      ).replace(/[0-9a-f]{64}/g, '<id>'),
    ).toMatchInlineSnapshot(`
      "$ docker run -d --name api -p 8000:8080 --env-file .env --network front app:v1
      <id>
      $ docker run -d --name api app:v1
      docker: Error response from daemon: Conflict. The container name "/api" is already in use by container "<id>". You have to remove (or rename) that container to be able to reuse that name.

      Run 'docker run --help' for more information
      [125]
      $ docker run -d --name api2 -p 8000:8080 --env-file .env app:v1
      docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint api2 (<id>): Bind for 0.0.0.0:8000 failed: port is already allocated

      Run 'docker run --help' for more information
      [125]
      $ docker ps -a --format {{.Names}}:{{.Status}}
      api2:Created
      api:Up Less than a second
      $ docker rm api
      Error response from daemon: cannot remove container "/api": container is running: stop the container before removing or force remove
      [1]
      $ docker rmi app:v1
      Error response from daemon: conflict: unable to remove repository reference "app:v1" (must force) - container c4965b6db3f6 is using its referenced image bce47a330529
      [1]
      $ docker network rm front
      Error response from daemon: error while removing network: network front has active endpoints (name:"api" id:"c4965b6db3f6")
      [1]
      "
    `)
  })
})

describe('how an app fails to start', () => {
  const started = async (changes: Record<string, string | undefined>, flags = '--env-file .env'): Promise<string> => {
    const { script, world } = laptop(changes)
    const built = await script('docker build -q -t app:v1 .')
    if (built.includes('ERROR')) return built
    await script(`docker run -d --name api -p 8000:8080 ${flags} app:v1`.replaceAll('  ', ' '))
    world.clock.advance(2000)
    return script('docker ps -a --format {{.Status}}', 'docker logs api', 'curl -sS localhost:8000/health')
  }

  test('a variable is missing', async () => {
    expect(await started({}, '')).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Exited (1) 2 seconds ago
      $ docker logs api
      DB_PASSWORD is not set
      $ curl -sS localhost:8000/health
      curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
      [7]
      "
    `)
  })

  test('and restarts for ever when told so', async () => {
    expect(await started({}, '--restart unless-stopped')).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Restarting (1) 2 seconds ago
      $ docker logs api
      DB_PASSWORD is not set
      $ curl -sS localhost:8000/health
      curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
      [7]
      "
    `)
  })

  test('the module is not in the image', async () => {
    expect(
      await started({
        Dockerfile: `${APP}WORKDIR /elsewhere\nCMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8080"]\n`,
      }),
    ).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Exited (1) 2 seconds ago
      $ docker logs api
      ERROR:    Error loading ASGI app. Could not import module "app.main".
      $ curl -sS localhost:8000/health
      curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
      [7]
      "
    `)
  })

  test('it listens on loopback only', async () => {
    expect(
      await started({ Dockerfile: `${APP}CMD ["uvicorn", "app.main:app", "--port", "8080"]\n` }),
    ).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Up 2 seconds
      $ docker logs api
      INFO:     Started server process [1]
      INFO:     Waiting for application startup.
      INFO:     Application startup complete.
      INFO:     Uvicorn running on http://127.0.0.1:8080 (Press CTRL+C to quit)
      $ curl -sS localhost:8000/health
      curl: (56) Recv failure: Connection reset by peer
      [56]
      "
    `)
  })

  test('it listens on another port', async () => {
    expect(
      await started({ Dockerfile: `${APP}CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8081"]\n` }),
    ).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Up 2 seconds
      $ docker logs api
      INFO:     Started server process [1]
      INFO:     Waiting for application startup.
      INFO:     Application startup complete.
      INFO:     Uvicorn running on http://0.0.0.0:8081 (Press CTRL+C to quit)
      $ curl -sS localhost:8000/health
      curl: (56) Recv failure: Connection reset by peer
      [56]
      "
    `)
  })

  test('a variable in the exec form is not expanded', async () => {
    expect(
      await started({ Dockerfile: `${APP}CMD ["uvicorn", "app.main:app", "--port", "$PORT"]\n` }),
    ).toMatchInlineSnapshot(`
      "$ docker ps -a --format {{.Status}}
      Exited (2) 2 seconds ago
      $ docker logs api
      Usage: uvicorn [OPTIONS] APP
      Try 'uvicorn --help' for help.

      Error: Invalid value for '--port': '$PORT' is not a valid integer.
      $ curl -sS localhost:8000/health
      curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
      [7]
      "
    `)
  })

  test('the server is not installed', async () => {
    const { script } = laptop({ 'requirements.txt': 'fastapi\n' })
    await script('docker build -q -t app:v1 .')
    expect(
      await script(
        'docker run -d --name api app:v1',
        'docker logs api',
        'docker run -d --entrypoint uvicorn app:v1 app.main:app',
      ),
    ).toMatchInlineSnapshot(`
      "$ docker run -d --name api app:v1
      c5ce91b8ca5e00abbf2df2495e43fd0f0769504d610d634b39891c60606291ee
      $ docker logs api
      sh: 1: uvicorn: not found
      $ docker run -d --entrypoint uvicorn app:v1 app.main:app
      docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "uvicorn": executable file not found in $PATH: unknown

      Run 'docker run --help' for more information
      [127]
      "
    `)
  })
})

describe('health', () => {
  const HEALTH = `${APP}HEALTHCHECK --interval=5s --retries=2 CMD python -c "import urllib.request; urllib.request.urlopen('http://localhost:8080/PATH')"\nCMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8080"]\n`
  test.each([
    ['health', ['Up 1 second (health: starting)', 'Up 12 seconds (healthy)']],
    ['nope', ['Up 1 second (health: starting)', 'Up 12 seconds (unhealthy)']],
  ])('evolves with the clock: /%s', async (path, expected) => {
    const { script, run, world } = laptop({ Dockerfile: HEALTH.replace('PATH', path) })
    await script('docker build -q -t app:v1 .', 'docker run -d --name api --env-file .env app:v1')
    const status = async (): Promise<string> => (await run(['docker', 'ps', '--format', '{{.Status}}'])).stdout.trim()
    world.clock.advance(1000)
    const first = await status()
    world.clock.advance(11_000)
    expect([first, await status()]).toEqual(expected)
  })
})

test('env files are literal: quotes stay, export is refused', async () => {
  const { script } = laptop({ 'a.env': 'A="quoted"\n# comment\nB=x # y\nUSER\n', 'b.env': 'export A=1\n' })
  expect(
    await script(
      'docker run --rm --env-file a.env ubuntu printenv A B USER',
      'docker run --rm --env-file b.env ubuntu env',
    ),
  ).toMatchInlineSnapshot(`
    "$ docker run --rm --env-file a.env ubuntu printenv A B USER
    "quoted"
    x # y
    operator
    Unable to find image 'ubuntu:latest' locally
    latest: Pulling from library/ubuntu
    Digest: sha256:a2db89aa82c9b448aba28ad6a71100f30e80f19660e7ceda2ddaa484c24af8f6
    Status: Downloaded newer image for ubuntu:latest
    $ docker run --rm --env-file b.env ubuntu env
    docker: invalid env file (b.env): variable 'export A' contains whitespaces

    Run 'docker run --help' for more information
    [125]
    "
  `)
})
