import { describe, expect, test } from 'vitest'
import type { Surroundings } from '#check/rule.ts'
import { fence, findingsOf, runbook, step, USES } from '../../../page.ts'

const WEB =
  'services:\n  web:\n    image: example.com/web:1.0.0\n  debugger:\n    image: example.com/debugger:1.0.0\n    profiles: [debug]'
const FILE = fence('yaml file=compose.yaml', WEB)
const CODES = ['NAME_COMPOSE_UNKNOWN', 'FILE_UNKNOWN']

/** What is found of names of Compose in a page of a file and steps: the code and the word at its place. */
function told(blocks: readonly string[], options: Partial<Surroundings> = {}): string[] {
  const source = runbook([...blocks, USES])
  const found = findingsOf({ 'page.md': source }, { workspaceFiles: () => new Set(), ...options })
  return found
    .filter(({ code }) => CODES.includes(code))
    .map(({ code, place }) => `${code} ${source.slice(place.start.offset, place.end.offset)}`)
}
const inStep = (...commands: readonly string[]) => told([FILE, step(commands.join('\n'))])

describe('services', () => {
  test.each([
    'docker compose up --detach wbe',
    'docker compose logs --tail=5 web wbe',
    'docker compose exec -T wbe web',
    'docker compose run --rm wbe sh -c web',
    'docker compose cp wbe:/srv/a.txt .',
    'docker compose scale wbe=2',
    'docker compose port wbe 8000',
    'docker compose -f compose.yaml restart wbe',
  ])('%s names one that is not there', (command) => {
    expect(inStep(command).map((one) => one.replace(/[:=].*/, ''))).toEqual(['NAME_COMPOSE_UNKNOWN wbe'])
  })

  test.each([
    'docker compose up --detach --wait web',
    'docker compose exec -T web wbe',
    'docker compose run --rm web wbe',
    'docker compose cp ./wbe web:/srv/wbe',
    'docker compose scale web=2',
    'docker compose port web 8000',
    'docker compose ps',
    'docker compose logs --tail=5 "$GCP_PROJECT_ID"',
    'ssh -o BatchMode=yes host.example.com docker compose restart wbe',
  ])('%s is silent', (command) => {
    expect(inStep(command)).toEqual([])
  })
})

test('a profile no service has starts nothing more', () => {
  expect(inStep('docker compose --profile dbug up --detach')).toEqual(['NAME_COMPOSE_UNKNOWN dbug'])
  expect(inStep('docker compose --profile debug up --detach')).toEqual([])
})

describe('files', () => {
  test('that are not there', () => {
    expect(inStep('docker compose -f compose.prod.yaml up --detach')).toEqual(['FILE_UNKNOWN compose.prod.yaml'])
    expect(inStep('docker compose --env-file prod.env up --detach')).toEqual(['FILE_UNKNOWN prod.env'])
    expect(told([step('docker compose up --detach')])).toEqual(['FILE_UNKNOWN docker'])
    for (const asks of ['version', '--help', 'up --help', 'ls'])
      expect(told([step(`docker compose ${asks}`)])).toEqual([])
    expect(told([step('docker compose up --detach'), FILE])).toEqual(['FILE_UNKNOWN docker'])
  })

  test('are laid over each other', () => {
    const over = fence('yaml file=compose.override.yaml', 'services:\n  cache:\n    image: redis:8.2.1')
    expect(told([FILE, over, step('docker compose up --detach web cache')])).toEqual([])
    expect(told([FILE, over, step('docker compose -f compose.yaml up --detach cache')])).toEqual([
      'NAME_COMPOSE_UNKNOWN cache',
    ])
  })

  test('may be the system’s', () => {
    const workspaceFile = (_: string, path: string) =>
      path === 'infra/docker-compose.yml' ? { text: WEB, executable: false } : undefined
    const options = { workspaceFile, workspaceFiles: () => new Set(['infra/docker-compose.yml']) }
    const up = (service: string) => step(`docker compose -f infra/docker-compose.yml up --detach ${service}`)
    expect(told([up('wbe')], options)).toEqual(['NAME_COMPOSE_UNKNOWN wbe'])
    expect(told([up('web')], options)).toEqual([])
  })

  test.each([
    ['changed by a step', [FILE, step("sed -i 's/web/wbe/' compose.yaml\ndocker compose up --detach wbe")]],
    [
      'that draw in others',
      [fence('yaml file=compose.yaml', `include: [other.yaml]\n${WEB}`), step('docker compose up --detach wbe')],
    ],
    ['fetched anew', [FILE, step('git pull\ndocker compose up --detach wbe')]],
    ['elsewhere', [FILE, step('cd /srv\ndocker compose up --detach wbe')]],
    ['told by a variable', [FILE, step('export COMPOSE_FILE=other.yaml\ndocker compose up --detach wbe')]],
    ['told by a flag', [FILE, step('docker compose --project-directory=/srv up --detach wbe')]],
  ])('%s say nothing certain', (_, blocks) => {
    expect(told(blocks).filter((one) => one.startsWith('NAME'))).toEqual([])
  })
})

describe('what Compose makes', () => {
  const BUILT =
    'services:\n  web:\n    build: .\n    image: example.com/web:1.0.0\n  cache:\n    build: .\n  named:\n    build: .\n    container_name: redis'
  const NAMES = ['NAME_UNKNOWN', 'NAME_USED_BEFORE']
  const names = (file: string, ...commands: readonly string[]) => {
    const source = runbook([
      fence('yaml file=compose.yaml', file),
      ...commands.map((one, at) => step(one, 'effect=delete', `s${at}`)),
      USES,
    ])
    const found = findingsOf({ 'page.md': source }, { workspaceFiles: () => new Set() })
    return found
      .filter(({ code }) => NAMES.includes(code))
      .map(({ code, place }) => `${code} ${source.slice(place.start.offset, place.end.offset)}`)
  }
  const UP = 'docker compose up --detach'

  test.each([
    ['docker push example.com/web:1.0.1', 'example.com/web:1.0.1'],
    ['docker logs --tail=5 carblau-webb-1', 'carblau-webb-1'],
    ['docker stop reddis', 'reddis'],
  ])('%s names what it does not', (command, name) => {
    expect(names(BUILT, UP, command)).toEqual([`NAME_UNKNOWN ${name}`])
  })

  test.each([
    'docker push example.com/web:1.0.0',
    'docker push carblau-cache:latest',
    'docker run --rm carblau-cache',
    'docker logs --tail=5 carblau-web-1',
    'docker stop redis',
  ])('%s names what it does', (command) => {
    expect(names(BUILT, UP, command)).toEqual([])
  })

  test('is not there before', () => {
    expect(names(BUILT, 'docker stop redis', UP)).toEqual(['NAME_USED_BEFORE redis'])
    expect(names(BUILT, 'docker compose build', 'docker stop redis')).toEqual(['NAME_UNKNOWN redis'])
  })

  test.each([
    [
      'a name filled in',
      'services:\n  web:\n    image: example.com/web:$TAG\n    container_name: $NAME',
      UP,
      'docker stop anything',
    ],
    [
      'several copies',
      'services:\n  web:\n    image: example.com/web:1.0.0\n    scale: 2',
      UP,
      'docker stop carblau-web-2',
    ],
    ['several copies told by a flag', BUILT, 'docker compose up --detach --scale=web=2', 'docker stop carblau-web-2'],
    ['several copies told later', BUILT, 'docker compose scale web=2', 'docker stop carblau-web-2'],
    ['a project told by a variable', BUILT, `COMPOSE_PROJECT_NAME=shop ${UP}`, 'docker stop shop-web-1'],
    ['a project told by a flag', BUILT, 'docker compose -p shop up --detach', 'docker stop shop-web-1'],
    ['a container of a run', BUILT, 'docker compose run --detach web', 'docker stop carblau-web-run-1a2b3c'],
  ])('%s says nothing certain, or holds', (_, file, ...commands) => {
    expect(names(file, ...commands)).toEqual([])
  })
})
