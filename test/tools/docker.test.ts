import { expect, test } from 'vitest'
import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Grammar } from '#tools/match/model.ts'
import { knownWords } from '#tools/match/word.ts'
import { ask, texts } from './facts.ts'

const grammar: Grammar = {
  tool: 'docker',
  version: '0',
  syntax: 'docker',
  global: [{ names: ['--host', '-H'], value: 'string' }],
  root: {
    commands: {
      run: {
        passthrough: true,
        positionals: [{ name: 'IMAGE', required: true }],
        flags: [
          { names: ['--publish', '-p'], value: 'list', repeated: true },
          { names: ['--interactive', '-i'] },
          { names: ['--tty', '-t'] },
          { names: ['--rm'] },
        ],
      },
      compose: {
        flags: [{ names: ['--file', '-f'], value: 'string' }],
        commands: { up: { flags: [{ names: ['--detach', '-d'] }] } },
      },
    },
  },
}

const read = (line: string) => {
  const { path, flags, positionals, problems } = matchCommand(grammar, knownWords(line.split(' ')))
  return {
    path: path.join(' '),
    flags: flags.map(({ name, value, on }) => `${name}=${value ?? on}`),
    positionals: positionals.map(({ value }) => value),
    problems: problems.map(({ kind, index }) => `${kind}@${index}`),
  }
}

test('clusters of short flags, attached values and words passed on', () => {
  expect(read('run -it -p8000:80 -p=1:2 -p 3:4 --rm=false image sh -c -x')).toEqual({
    path: 'run',
    flags: ['--interactive=true', '--tty=true', '--publish=8000:80', '--publish=1:2', '--publish=3:4', '--rm=false'],
    positionals: ['image', 'sh', '-c', '-x'],
    problems: [],
  })
})

test('flags of a group come before its command', () => {
  expect(read('-H x compose -f a.yaml up -d').problems).toEqual([])
  expect(read('compose up -f a.yaml').problems).toEqual(['unknown-flag@2', 'unexpected-argument@3'])
})

test('a switch takes no other value', () => {
  expect(read('run --rm=maybe image').problems).toEqual(['unexpected-value@1'])
})

test('an image is needed', () => {
  expect(read('run -it').problems).toEqual(['missing-positional@0'])
})

test.each([
  '--help',
  '-h',
  'compose --help',
  'compose -h',
  'compose --file a.yaml up --help',
  'run --help',
  'run -it -h',
])('%s only asks', (line) => {
  expect(matchCommand(grammar, knownWords(line.split(' ')))).toMatchObject({ informative: true, problems: [] })
})

test('-h is what a command of its own says it is', async () => {
  const match = matchCommand(await loadGrammar('docker'), knownWords('run -h web.example.com nginx'.split(' ')))
  expect(match).toMatchObject({ informative: false, problems: [], positionals: [{ value: 'nginx' }] })
})

test('the help of a command is not described, and not unknown', async () => {
  const { problems } = matchCommand(await loadGrammar('docker'), knownWords(['help', 'run']))
  expect(problems.map(({ kind }) => kind)).toEqual(['omitted-command'])
})

test.each([
  ['docker build .', 'create'],
  ['docker image build .', 'create'],
  ['docker builder build .', 'create'],
  ['docker container run nginx', 'create'],
  ['docker image push app', 'create'],
  ['docker container create nginx', 'create'],
  ['docker image remove app', 'delete'],
  ['docker buildx prune', 'delete'],
  ['docker compose down', 'delete'],
  ['docker-compose down', 'delete'],
  ['docker container ls', 'read'],
  ['docker run --help', undefined],
  ['docker login', undefined],
])('the most that %s does: %s', (line, effect) => {
  expect(ask(line, 'effect')).toBe(effect)
})

test('a container that is run', () => {
  const line =
    'docker container run -d --rm --name web -p 8080:80/tcp -e A=1 --env-file=.env nginx:1.27 sh -c "echo hi"'
  expect(ask(line, 'container')).toMatchObject({ removed: true, attached: false, networked: false })
  expect(ask(line, 'container')?.name?.text).toBe('web')
  expect(ask(line, 'container')?.environment).toMatchObject([{ name: 'A', value: '1' }])
  expect(ask(line, 'ports')).toMatchObject([{ by: 'container', outside: '8080', inside: '80' }])
  expect(ask(line, 'names')?.map(({ kind, role, word }) => `${role} ${kind} ${word.text}`)).toEqual([
    'uses image nginx:1.27',
    'makes container web',
  ])
  expect(texts(ask(line, 'reads'))).toEqual(['.env'])
  expect(ask(line, 'hands')).toMatchObject([{ kind: 'words', machine: { kind: 'container', name: 'nginx:1.27' } }])
})

test('an image that is built', () => {
  const build = ask(
    'docker buildx build --platform linux/amd64,linux/arm64 -t a:1 -t b:1 -f x.Dockerfile --push .',
    'imageBuild',
  )
  expect(build?.platforms).toEqual(['linux/amd64', 'linux/arm64'])
  expect(texts(build?.tags)).toEqual(['a:1', 'b:1'])
  expect([build?.file?.text, build?.context?.text, build?.load]).toEqual(['x.Dockerfile', '.', undefined])
})

test('docker-compose is read as docker compose', () => {
  for (const line of ['docker compose -f a.yaml up -d web', 'docker-compose -f a.yaml up -d web']) {
    expect(ask(line, 'compose')).toMatchObject({
      isUp: true,
      starts: true,
      needsFile: true,
      services: [{ name: 'web' }],
    })
    expect(texts(ask(line, 'compose')?.files)).toEqual(['a.yaml'])
    expect(ask(line, 'waits')).toBeUndefined()
  }
  expect(ask('docker-compose up', 'waits')).toEqual({ add: '-d' })
})
