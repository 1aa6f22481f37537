import { stringify } from 'yaml'
import { openapi } from './openapi.ts'
import { previousOf } from './page/header.ts'
import type { MadeFile, Service } from './service.ts'

/** The seed world of a service: a machine with Docker and the code, and what has happened before a release. */
export const worldFiles = (service: Service): MadeFile[] => [
  { path: 'seed.yaml', text: seed(service) },
  { path: 'openapi.yaml', text: openapi(service) },
  { path: 'situations/previous-running.sh', text: previousRunning(service) },
  { path: 'variations/key-from-before.sh', text: keyFromBefore(service) },
]

function seed({ id, version }: Service): string {
  const world = {
    system: id,
    user: 'operator',
    directory: id,
    inputs: { VERSION: version, PREVIOUS_VERSION: previousOf(version), PORT: '8000' },
    cloud: { account: 'operator@example.com', projects: [] },
    baseImages: [{ name: 'python:3.12-slim', programs: ['python', 'python3', 'pip', 'pip3'], command: ['python3'] }],
    apps: [
      {
        command: 'api.main:app',
        openapi: 'openapi.yaml',
        requires: ['API_KEY'],
        missing: `${id}: {name}: must have at least 32 characters`,
        shortest: [{ name: 'API_KEY', length: 32, log: [`${id}: API_KEY: must have at least 32 characters`] }],
      },
    ],
    variations: {
      'key-from-before': {
        title: { es: 'ya hay una clave de otra vez', en: 'there is a key from before' },
        script: 'variations/key-from-before.sh',
      },
      'second-run': { title: { es: 'una segunda vez', en: 'a second time' }, repeat: true },
      'other-time-zone': {
        title: { es: 'otra zona horaria y otro idioma', en: 'another time zone and language' },
        environment: { TZ: 'America/Caracas', LANG: 'es_ES.UTF-8' },
      },
      'eastern-time-zone': {
        title: { es: 'una zona horaria al este de UTC', en: 'a time zone east of UTC' },
        environment: { TZ: 'Europe/Madrid' },
      },
    },
  }
  return `# The world before the run: a machine with Docker and the code of the service. \`$NAME\` is the input of that parameter.\n${stringify(world, { lineWidth: 120 })}`
}

const previousRunning = ({ id }: Service): string => `# PREVIOUS_VERSION serves, and nobody has built VERSION here yet.
# shellcheck shell=bash
set -euo pipefail
cd ~/${id}
touch .env
chmod 600 .env
if ! grep -q '^API_KEY=.' .env; then
  printf 'API_KEY=%s\\n' "$(openssl rand -hex 24)" >>.env
fi
docker build --quiet --build-arg=APP_VERSION="$PREVIOUS_VERSION" --tag="${id}:$PREVIOUS_VERSION" .
VERSION="$PREVIOUS_VERSION" docker compose up --detach --wait
if docker image inspect "${id}:$VERSION" >/dev/null 2>&1; then
  docker image rm --force "${id}:$VERSION"
fi
`

const keyFromBefore = ({ id }: Service): string => `# Somebody worked here: there is a key that callers already use.
# shellcheck shell=bash
set -euo pipefail
cd ~/${id}
if [ ! -e .env ]; then
  printf 'API_KEY=%s\\n' "$(openssl rand -hex 32)" >.env
  chmod 600 .env
fi
`
