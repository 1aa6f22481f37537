import { expect, test } from 'vitest'
import { composeFilesAmong, projectNameOf } from '#formats/compose/files.ts'
import { mergeFiles } from '#formats/compose/merge.ts'
import {
  buildOf,
  dependenciesOf,
  envFilesOf,
  healthTestOf,
  pairsOf,
  publishedPorts,
  referencesOf,
} from '#formats/compose/model.ts'
import { placedServices } from '#formats/compose/services.ts'

test.each<[readonly string[], readonly string[]]>([
  [['docker-compose.yml', 'compose.yaml'], ['compose.yaml']],
  [
    ['docker-compose.yaml', 'compose.override.yaml', 'compose.override.yml'],
    ['docker-compose.yaml', 'compose.override.yml'],
  ],
  [['compose.override.yml'], []],
])('of %s it reads %s', (names, read) => expect(composeFilesAmong((name) => names.includes(name))).toEqual(read))

test.each([
  ['My App.2', 'myapp2'],
  ['_-x_', 'x_'],
])('the project of %s is %s', (folder, name) => expect(projectNameOf(folder)).toBe(name))

test('files are laid over each other, key by key', () => {
  const base = {
    services: { web: { image: 'a:1', ports: ['1:1'], command: ['x'], environment: ['A=1', 'B'], restart: 'no' } },
  }
  const over = {
    name: 'other',
    services: {
      web: { ports: ['1:1', '2:2'], command: ['y'], environment: { A: 2 }, restart: null },
      db: { image: 'b' },
    },
  }
  expect(mergeFiles([base, over])).toEqual({
    name: 'other',
    services: {
      web: { image: 'a:1', ports: ['1:1', '2:2'], command: ['y'], environment: { A: 2, B: null }, restart: 'no' },
      db: { image: 'b' },
    },
  })
  expect(mergeFiles([undefined, 'x'])).toEqual({})
})

test.each<[string, unknown, unknown]>([
  ['one file', envFilesOf({ env_file: '.env' }), [{ path: '.env', required: true, at: ['env_file'] }]],
  [
    'files, one of which may be missing',
    envFilesOf({ env_file: ['a', { path: 'b', required: false }] }),
    [
      { path: 'a', required: true, at: ['env_file', '0'] },
      { path: 'b', required: false, at: ['env_file', '1'] },
    ],
  ],
  ['no file', envFilesOf({}), []],
  ['names it waits for', dependenciesOf({ depends_on: ['a'] }), [{ service: 'a', condition: 'service_started' }]],
  [
    'conditions',
    dependenciesOf({ depends_on: { a: { condition: 'service_healthy' }, b: {} } }),
    [
      { service: 'a', condition: 'service_healthy' },
      { service: 'b', condition: 'service_started' },
    ],
  ],
  ['a context', buildOf({ build: '.' }), { context: '.', others: [] }],
  [
    'a build',
    buildOf({ build: { context: 'a', target: 't', ssh: [] } }),
    { context: 'a', target: 't', others: ['ssh'] },
  ],
  ['no build', buildOf({ image: 'a' }), undefined],
  [
    'pairs of a list',
    pairsOf(['A=1=2', 'B']),
    [
      ['A', '1=2'],
      ['B', undefined],
    ],
  ],
  ['pairs of a mapping', pairsOf({ A: 1 }), [['A', 1]]],
  ['a test of the shell', healthTestOf({ healthcheck: { test: 'curl x' } }), ['CMD-SHELL', 'curl x']],
  ['a test of words', healthTestOf({ healthcheck: { test: ['CMD', 'a', 1] } }), ['CMD', 'a', '1']],
  ['no test', healthTestOf({}), []],
  [
    'volumes, not paths',
    referencesOf('volumes', [
      'data:/x',
      './a:/b',
      '/c',
      { type: 'volume', source: 'v' },
      { type: 'bind', source: 'w' },
    ]),
    [
      { name: 'data', path: ['0'] },
      { name: 'v', path: ['3'] },
    ],
  ],
  [
    'host ports',
    publishedPorts({ ports: ['80:8080', '127.0.0.1:81:81/udp', '8000', '1-2:1-2', { published: 5, target: 6 }] }),
    [
      { port: '80', path: ['0'] },
      { port: '127.0.0.1:81/udp', path: ['1'] },
      { port: '5', path: ['4'] },
    ],
  ],
])('%s', (_, read, expected) => expect(read).toEqual(expected))

test('texts of services have their offsets', () => {
  const text = 'services:\n  web:\n    image: a:1\n    build:\n    ports: ["80:80"]\n  x: 1\n'
  const services = placedServices(text, (word, start, end) => [word, text.slice(start, end)])
  expect(services).toMatchObject([
    { name: 'web', image: ['a:1', 'a:1'], builds: false, ports: [['80:80', '"80:80"']], healthcheck: [] },
  ])
  expect(placedServices('services: [', () => 0)).toEqual([])
})
