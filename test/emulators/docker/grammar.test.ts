import { describe, expect, test } from 'vitest'
import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Command } from '#tools/match/model.ts'
import { knownWords } from '#tools/match/word.ts'

const grammar = await loadGrammar('docker')

const leaves = (command: Command, path: readonly string[] = []): [string, Command][] =>
  command.commands === undefined
    ? [[path.join(' '), command]]
    : Object.entries(command.commands).flatMap(([name, inner]) => leaves(inner, [...path, name]))

describe('the pinned grammar of docker', () => {
  test('says which versions it was read from', () => {
    expect(grammar.version).toMatch(/^\d+\.\d+\.\d+ \(Compose \d+\.\d+\.\d+\S*, Buildx \d+\.\d+\.\d+\S*\)$/)
  })

  test('has no flag twice in a command, and every flag a long name', () => {
    const faults = leaves(grammar.root).flatMap(([path, { flags = [] }]) => {
      const names = flags.flatMap((flag) => flag.names)
      const twice = names.filter((name, at) => names.indexOf(name) !== at)
      const short = flags.filter((flag) => !flag.names[0]?.startsWith('--'))
      return [...twice, ...short.map((flag) => flag.names.join())].map((name) => `${path} ${name}`)
    })
    expect(faults).toEqual([])
    expect(leaves(grammar.root).length).toBeGreaterThan(140)
  })

  test.each([
    'run -d -p 8000:8080 --name x --env-file ./.env --rm --add-host host.docker.internal:host-gateway image:v1 cmd --flag',
    'run -itd -p8000:8080 -eA=1 --memory 512m --cpus 1.5 --health-cmd true image',
    'build --no-cache --pull -t x:v1 -f Dockerfile --build-arg A=1 --platform linux/amd64 --push --load --target t .',
    'buildx build --platform linux/amd64,linux/arm64 -t x --push .',
    'image ls -q',
    'logs -f --tail 100 --since 5m api',
    'exec -it api sh -c env',
    'compose -f c.yaml -p name up -d --build --wait',
    'compose exec web ls --all',
    'compose down -v --rmi all --remove-orphans',
    'ps -a --filter name=x --format {{.Names}}',
    'stop --time=5 api',
    'login -u me --password-stdin registry.example.com',
    'manifest inspect a:b',
    'system prune -af --volumes',
  ])('accepts docker %s', (line) => {
    expect(matchCommand(grammar, knownWords(line.split(' '))).problems).toEqual([])
  })
})
