import { expect, test } from 'vitest'
import { laptop } from '../laptop.ts'

const REGISTRY = 'europe-west1-docker.pkg.dev'
const REMOTE = `${REGISTRY}/my-project/carblau/carblau-agent:v1`

test('the commands of the CarBlau guide, in order', async () => {
  const { script, run, world, effects, files } = laptop()
  expect(await script('docker build -q -t carblau-agent:v1 .', 'docker images')).toMatchInlineSnapshot(`
    "$ docker build -q -t carblau-agent:v1 .
    sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13
    $ docker images
    REPOSITORY      TAG       IMAGE ID       CREATED                  SIZE
    carblau-agent   v1        bce47a330529   Less than a second ago   40.4MB
    "
  `)
  expect(
    await script(
      'docker run -d -p 8000:8080 --name carblau-api-container --env-file ./.env carblau-agent:v1',
      'curl -fsS localhost:8000/health',
    ),
  ).toMatchInlineSnapshot(`
    "$ docker run -d -p 8000:8080 --name carblau-api-container --env-file ./.env carblau-agent:v1
    e288f0bc0e9e31de4a711d60669eb481fbcd34810cd4fdef15503b6da6aa19ca
    $ curl -fsS localhost:8000/health
    curl: (56) Recv failure: Connection reset by peer
    [56]
    "
  `)
  expect(
    await script(
      'curl -fsS --retry 5 --retry-all-errors --retry-delay 1 localhost:8000/health',
      'docker ps',
      'docker ps -a --filter name=carblau --format {{.Names}}:{{.Status}}',
      'docker logs --tail 1 carblau-api-container',
      'docker logs -f carblau-api-container',
      'docker exec -it carblau-api-container /bin/bash',
      'docker exec carblau-api-container whoami',
      'docker exec carblau-api-container nope',
      'docker port carblau-api-container',
      'docker stop carblau-api-container',
      'docker exec carblau-api-container whoami',
      'docker start carblau-api-container',
      'docker rm carblau-api-container',
      'docker rm -f carblau-api-container',
    ),
  ).toMatchInlineSnapshot(`
    "$ curl -fsS --retry 5 --retry-all-errors --retry-delay 1 localhost:8000/health
    {"status":"ok","greeting":"\\"hola\\""}
    $ docker ps
    CONTAINER ID   IMAGE              COMMAND                  CREATED        STATUS        PORTS                                         NAMES
    e288f0bc0e9e   carblau-agent:v1   "sh -c 'exec uvicorn…"   1 second ago   Up 1 second   0.0.0.0:8000->8080/tcp, [::]:8000->8080/tcp   carblau-api-container
    $ docker ps -a --filter name=carblau --format {{.Names}}:{{.Status}}
    carblau-api-container:Up 1 second
    $ docker logs --tail 1 carblau-api-container
    INFO:     172.17.0.1:53124 - "GET /health HTTP/1.1" 200 OK
    $ docker logs -f carblau-api-container
    INFO:     172.17.0.1:53124 - "GET /health HTTP/1.1" 200 OK
    INFO:     Started server process [1]
    INFO:     Waiting for application startup.
    INFO:     Application startup complete.
    INFO:     Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit)
    blocked: docker logs --follow
    [253]
    $ docker exec -it carblau-api-container /bin/bash
    the input device is not a TTY
    [1]
    $ docker exec carblau-api-container whoami
    app
    $ docker exec carblau-api-container nope
    OCI runtime exec failed: exec failed: unable to start container process: exec: "nope": executable file not found in $PATH: unknown
    [126]
    $ docker port carblau-api-container
    8080/tcp -> 0.0.0.0:8000
    $ docker stop carblau-api-container
    carblau-api-container
    $ docker exec carblau-api-container whoami
    Error response from daemon: container e288f0bc0e9e31de4a711d60669eb481fbcd34810cd4fdef15503b6da6aa19ca is not running
    [1]
    $ docker start carblau-api-container
    carblau-api-container
    $ docker rm carblau-api-container
    Error response from daemon: cannot remove container "/carblau-api-container": container is running: stop the container before removing or force remove
    [1]
    $ docker rm -f carblau-api-container
    carblau-api-container
    "
  `)
  const tagged = await script(`docker tag carblau-agent:v1 ${REMOTE}`, `docker push ${REMOTE}`)
  expect(tagged).toMatchInlineSnapshot(`
    "$ docker tag carblau-agent:v1 europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    $ docker push europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    The push refers to repository [europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent]
    denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "projects/my-project/locations/europe-west1/repositories/carblau" (or it may not exist)
    [1]
    "
  `)
  files.set('/home/operator/.docker/config.json', JSON.stringify({ credHelpers: { [REGISTRY]: 'gcloud' } }))
  expect(await script(`docker push ${REMOTE}`)).toMatchInlineSnapshot(`
    "$ docker push europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    The push refers to repository [europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent]
    name unknown: Repository "carblau" not found
    [1]
    "
  `)
  world.registries.allow(`${REGISTRY}/my-project/carblau`)
  expect(
    await script(
      `docker push ${REMOTE}`,
      `docker rmi carblau-agent:v1 ${REMOTE}`,
      `docker pull ${REMOTE}`,
      `docker pull ${REGISTRY}/my-project/carblau/carblau-agent:v2`,
      'docker pull ubuntu:latest',
      `docker buildx build --platform linux/arm64 -t ${REMOTE} --push .`,
      `docker pull ${REMOTE}`,
      `docker buildx build --platform linux/amd64,linux/arm64 -t ${REMOTE} --push .`,
    ),
  ).toMatchInlineSnapshot(`
    "$ docker push europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    The push refers to repository [europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent]
    v1: digest: sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13 size: 2205
    $ docker rmi carblau-agent:v1 europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    Untagged: carblau-agent:v1
    Untagged: europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    Deleted: sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13
    $ docker pull europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    v1: Pulling from my-project/carblau/carblau-agent
    Digest: sha256:bce47a330529fe94b1db41026ce125ffecfbe091f3ccf87c6ff5cc73a794aa13
    Status: Downloaded newer image for europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    $ docker pull europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v2
    Error response from daemon: manifest for europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v2 not found: manifest unknown: manifest unknown
    [1]
    $ docker pull ubuntu:latest
    latest: Pulling from library/ubuntu
    Digest: sha256:a2db89aa82c9b448aba28ad6a71100f30e80f19660e7ceda2ddaa484c24af8f6
    Status: Downloaded newer image for ubuntu:latest
    docker.io/library/ubuntu:latest
    $ docker buildx build --platform linux/arm64 -t europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1 --push .
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
    #100 pushing manifest for europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1@sha256:d413a5a5184f49845d5f94f2cba30f41ff743ba6c827607fef88ba1a1c04e61e done
    $ docker pull europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1
    Error response from daemon: no matching manifest for linux/amd64 in the manifest list entries
    [1]
    $ docker buildx build --platform linux/amd64,linux/arm64 -t europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1 --push .
    ERROR: Multi-platform build is not supported for the docker driver.
    Switch to a different driver, or turn on the containerd image store, and try again.
    Learn more at https://docs.docker.com/go/build-multi-platform/
    [1]
    "
  `)
  expect((await run(['docker', 'login', '-u', 'acme', '--password-stdin'], { stdin: 'token-of-acme\n' })).stdout).toBe(
    'Login Succeeded\n',
  )
  const wrong = await run(['docker', 'login', '-u', 'oauth2accesstoken', '-p', 'guess', REGISTRY])
  expect([wrong.exitCode, wrong.stderr]).toMatchInlineSnapshot(`
    [
      1,
      "Error response from daemon: Get "https://europe-west1-docker.pkg.dev/v2/": unauthorized: authentication failed
    ",
    ]
  `)
  expect(effects.map(({ verb, kind, name }) => `${verb} ${kind} ${name}`)).toMatchInlineSnapshot(`
    [
      "create docker.image carblau-agent:v1",
      "create docker.container carblau-api-container",
      "read docker.container carblau-api-container",
      "read docker.container carblau-api-container",
      "update docker.container carblau-api-container",
      "update docker.container carblau-api-container",
      "delete docker.container carblau-api-container",
      "create docker.image europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1",
      "create docker.image europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1",
      "delete docker.image carblau-agent:v1",
      "delete docker.image europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1",
      "create docker.image europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1",
      "create docker.image ubuntu:latest",
      "update docker.image europe-west1-docker.pkg.dev/my-project/carblau/carblau-agent:v1",
      "update docker.login docker.io",
    ]
  `)
})
