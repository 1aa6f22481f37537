import { describe, expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

const COMPOSE = `services:
  web:
    build: .
    env_file: .env
    ports: ["8000:8080"]
    depends_on: { cache: { condition: service_healthy } }
  cache:
    image: redis:7-alpine
    healthcheck: { test: ["CMD", "redis-cli", "ping"], interval: 1s, timeout: 2s, retries: 10 }
    volumes: ["data:/data"]
volumes:
  data:
`

describe('docker compose', () => {
  test('lays the override of its folder over its file, unless files are named', async () => {
    const { script } = laptop({
      'compose.yaml': 'services:\n  web:\n    image: nginx:1\n',
      'compose.override.yml': 'services:\n  web:\n    image: nginx:2\n',
    })
    expect(await script('docker compose config --images', 'docker compose -f compose.yaml config --images')).toBe(
      '$ docker compose config --images\nnginx:2\n$ docker compose -f compose.yaml config --images\nnginx:1\n',
    )
  })

  test.each([
    ['mem_limit: 512m', '512MiB'],
    ['deploy: { resources: { limits: { memory: 1gb } } }', '1GiB'],
  ])('limits memory as %s says', async (line, limit) => {
    const { script } = laptop({
      'compose.yaml': `name: demo\nservices:\n  cache:\n    image: redis:7-alpine\n    ${line}\n`,
    })
    await script('docker compose up -d')
    expect(await script('docker stats --no-stream --format {{.MemUsage}} demo-cache-1')).toContain(` / ${limit}\n`)
  })

  test('does not say that a file is absent which may be in a volume', async () => {
    const { script } = laptop({
      'compose.yaml':
        'services:\n  cache:\n    image: redis:7-alpine\n    volumes: ["data:/data"]\n  bare:\n    image: redis:7-alpine\nvolumes:\n  data:\n',
    })
    await script('docker compose up -d')
    expect(await script('docker compose exec -T bare cat /data/dump.rdb')).toContain('No such file or directory')
    expect(await script('docker compose exec -T cache cat /data/dump.rdb')).toContain('not modelled: /data/dump.rdb')
    expect(await script('docker compose exec -T cache test -e /data/dump.rdb')).toContain(
      'not modelled: /data/dump.rdb',
    )
  })

  test('starts dependencies first, serves, and takes everything down', async () => {
    const { script, effects, world } = laptop({ 'compose.yaml': COMPOSE })
    expect(await script('docker compose up -d')).toMatchInlineSnapshot(`
      "$ docker compose up -d
       cache Pulling 
       cache Pulled 
      #0 building with "default" instance using docker driver

      #1 [internal] load build definition from Dockerfile
      #1 0.1 transferring dockerfile: 376B done
      #1 DONE 0.1s

      #2 [internal] load .dockerignore
      #2 0.1 transferring context: 2B done
      #2 DONE 0.1s

      #3 [internal] load metadata for docker.io/library/python:3.12-slim
      #3 DONE 0.1s

      #4 [stage-1 2/5] RUN useradd --create-home --uid 1000 app
      #4 DONE 0.1s

      #5 [stage-1 3/5] WORKDIR /srv
      #5 DONE 0.1s

      #6 [builder 2/4] WORKDIR /build
      #6 DONE 0.1s

      #7 [builder 3/4] COPY requirements.txt .
      #7 DONE 0.1s

      #8 [builder 4/4] RUN pip install --no-cache-dir --prefix=/install -r requirements.txt
      #8 0.1 Successfully installed fastapi uvicorn
      #8 DONE 0.1s

      #9 [stage-1 4/5] COPY --from=builder /install /usr/local
      #9 DONE 0.1s

      #10 [stage-1 5/5] COPY app ./app
      #10 DONE 0.1s
       Network agent_default  Creating
       Network agent_default  Created
       Volume "agent_data"  Creating
       Volume "agent_data"  Created
       Container agent-cache-1  Creating
       Container agent-cache-1  Created
       Container agent-cache-1  Starting
       Container agent-cache-1  Started
       Container agent-cache-1  Waiting
       Container agent-cache-1  Healthy
       Container agent-web-1  Creating
       Container agent-web-1  Created
       Container agent-web-1  Starting
       Container agent-web-1  Started
      "
    `)
    world.clock.advance(3000)
    const rest = await script(
      'docker compose ps --format {{.Name}}|{{.Service}}|{{.Status}}',
      'curl -fsS localhost:8000/health',
      'docker compose exec cache redis-cli ping',
      'docker compose logs web --tail 1',
      'docker compose up -d',
      'docker compose down -v',
      'curl -fsS localhost:8000/health',
    )
    expect(rest).toMatchInlineSnapshot(`
      "$ docker compose ps --format {{.Name}}|{{.Service}}|{{.Status}}
      agent-cache-1|cache|Up 4 seconds (healthy)
      agent-web-1|web|Up 3 seconds
      $ curl -fsS localhost:8000/health
      {"status":"ok","greeting":"hola"}
      $ docker compose exec cache redis-cli ping
      PONG
      $ docker compose logs web --tail 1
      web-1  | INFO:     172.17.0.1:53124 - "GET /health HTTP/1.1" 200 OK
      $ docker compose up -d
       Container agent-cache-1  Running
       Container agent-cache-1  Waiting
       Container agent-cache-1  Healthy
       Container agent-web-1  Running
      $ docker compose down -v
       Container agent-web-1  Stopping
       Container agent-web-1  Stopped
       Container agent-web-1  Removed
       Container agent-cache-1  Stopping
       Container agent-cache-1  Stopped
       Container agent-cache-1  Removed
       Volume agent_data  Removed
       Network agent_default  Removed
      $ curl -fsS localhost:8000/health
      curl: (7) Failed to connect to localhost port 8000 after 0 ms: Could not connect to server
      [7]
      "
    `)
    expect(effects.map(({ verb, kind, name }) => `${verb} ${kind} ${name}`)).toMatchInlineSnapshot(`
      [
        "create docker.image redis:7-alpine",
        "create docker.image agent-web",
        "create docker.network agent_default",
        "create docker.volume agent_data",
        "create docker.container agent-cache-1",
        "create docker.container agent-web-1",
        "delete docker.container agent-web-1",
        "delete docker.container agent-cache-1",
        "delete docker.volume agent_data",
        "delete docker.network agent_default",
      ]
    `)
  })

  test.each([
    ['an unknown key', 'services: {web: {image: "redis:7-alpine", prots: ["80:80"]}}'],
    ['a port that is no list', 'services: {web: {image: "redis:7-alpine", ports: "80:80"}}'],
    ['a missing env file', 'services: {web: {image: "redis:7-alpine", env_file: nope.env}}'],
    ['an undefined dependency', 'services: {web: {image: "redis:7-alpine", depends_on: [db]}}'],
    ['an unknown top-level key', 'servces: {}'],
    ['neither image nor build', 'services: {web: {restart: always}}'],
    ['a required variable', 'services: {web: {image: "redis:${TAG:?need tag}"}}'],
    ['an undefined network', 'services: {web: {image: "redis:7-alpine", networks: [front]}}'],
    ['an undefined volume', 'services: {web: {image: "redis:7-alpine", volumes: ["data:/data"]}}'],
    [
      'a dependency that exits',
      'services: {web: {image: "redis:7-alpine", depends_on: {app: {condition: service_healthy}}}, app: {build: .}}',
    ],
    ['an image nobody has', 'services: {web: {image: "nobody/nothing"}}'],
  ])('refuses %s', async (_, text) => {
    expect(await laptop({ 'compose.yaml': text }).script('docker compose up -d')).toMatchSnapshot()
  })

  test('interpolates .env and warns about what is not set', async () => {
    const text = 'services: {web: {image: "redis:${VERSION}-alpine", environment: {A: "${MISSING}"}}}'
    const { script } = laptop({ 'compose.yaml': text, '.env': "VERSION='7' # comment\n" })
    expect(await script('docker compose config --images', 'docker compose config')).toMatchInlineSnapshot(`
      "$ docker compose config --images
      redis:7-alpine
      time="2026-01-15T10:00:00Z" level=warning msg="The \\"MISSING\\" variable is not set. Defaulting to a blank string."
      $ docker compose config
      not modelled: the canonical form of the project agent (docker compose config without --quiet)
      [254]
      "
    `)
  })

  test('starts a service that is locked down', async () => {
    const locked = 'read_only: true, cap_drop: [ALL], security_opt: ["no-new-privileges:true"]'
    const { script } = laptop({ 'compose.yaml': `services: {cache: {image: "redis:7-alpine", ${locked}}}` })
    const said = await script('docker compose up --detach --quiet-pull', 'docker compose ps --format {{.State}}')
    expect(said).toContain('Container agent-cache-1  Started')
    expect(said).toContain('--format {{.State}}\nrunning\n')
  })

  test('without a file, without -d, and version 1', async () => {
    const { script } = laptop({ 'other.yaml': COMPOSE })
    expect(
      await script(
        'docker compose up -d',
        'docker compose -f nope.yaml ps',
        'docker compose foo',
        'docker-compose up -d',
      ),
    ).toMatchInlineSnapshot(`
      "$ docker compose up -d
      no configuration file provided: not found
      [14]
      $ docker compose -f nope.yaml ps
      open /home/operator/agent/nope.yaml: no such file or directory
      [14]
      $ docker compose foo
      unknown docker command: "compose foo"
      [16]
      $ docker-compose up -d
      bash: line 1: docker-compose: command not found
      [127]
      "
    `)
    expect(
      await laptop({ 'compose.yaml': 'services: {c: {image: "redis:7-alpine"}}' }).script('docker compose up'),
    ).toMatchInlineSnapshot(`
      "$ docker compose up
       c Pulling 
       c Pulled 
       Network agent_default  Creating
       Network agent_default  Created
       Container agent-c-1  Creating
       Container agent-c-1  Created
       Container agent-c-1  Starting
       Container agent-c-1  Started
      blocked: docker compose up without -d stays in the foreground
      [253]
      "
    `)
  })
})
