import { expect, test } from 'vitest'
import type { Surroundings } from '#check/rule.ts'
import { findingsOf, runbook, step } from './page.ts'

const world = { worldWords: () => new Set(['version', '8000', 'form', 'healthy']) }

/** Codes found in one line of bash, in a system whose files name a few words. */
const codes = (line: string, options: Partial<Surroundings> = world) => {
  const page = runbook([step(`: "$DB_PASSWORD" "$GCP_PROJECT_ID"\n${line}`, 'effect=read')])
  return findingsOf({ 'page.md': page }, options).map(({ code }) => code)
}

test("a word that is nearly one of the system's files", () => {
  expect(codes('curl -fsS --max-time 10 http://localhost:8000/versoin')).toEqual(['NAME_MISSPELT'])
  expect(codes('curl -fsS --max-time 10 http://localhost:8000/version')).toEqual([])
  expect(codes('printf %s form from from')).toEqual([])
})

test('short words: a swap of the last letters, a doubled letter', () => {
  expect(codes('docker logout europe-west1-docker.pkg.dve')).toEqual(['NAME_MISSPELT'])
  expect(codes('ls /opt/venv /opt/venv/bin /opt/vennv')).toEqual(['NAME_MISSPELT'])
  expect(codes('printf %s tow two two tool tool toil')).toEqual([])
})

test('a port that neither the page nor the system names', () => {
  expect(codes('curl -fsS --max-time 10 http://localhost:8001/version')).toEqual(['NAME_PORT_UNKNOWN'])
  expect(codes('curl -fsS --max-time 10 127.0.0.1:8001')).toEqual(['NAME_PORT_UNKNOWN'])
  expect(codes("ssh ana@example.com 'curl -fsS --max-time 10 http://localhost:8001/version'")).toEqual([
    'NAME_PORT_UNKNOWN',
  ])
  expect(codes('curl -fsS --max-time 10 http://localhost:8001/version\nprintf %s 8001')).toEqual([])
  expect(codes('curl -fsS --max-time 10 http://localhost:8001/version', { worldWords: () => undefined })).toEqual([])
})

test('a port asked once for what the page asks another for', () => {
  const ask = (port: number) => `curl -fsS --max-time 10 http://localhost:${port}/version`
  const two = { worldWords: () => new Set(['8000', '8001']) }
  expect(codes([ask(8000), ask(8001), ask(8000)].join('\n'), two)).toEqual(['NAME_PORT_DIFFERS'])
  expect(codes([ask(8000), ask(8001)].join('\n'), two)).toEqual([])
  expect(codes([ask(8000), ask(8001), ask(8000), 'printf %s 8001'].join('\n'), two)).toEqual([])
  const own = (port: number) => `curl -fsS --max-time 10 http://localhost:${port}/internal/configuration`
  expect(codes([ask(8000), own(8000), own(8001)].join('\n'), two)).toEqual(['NAME_PORT_DIFFERS'])
  expect(codes([own(8000), own(8001)].join('\n'), two)).toEqual([])
})

test('a path nearly that of a file of the system', () => {
  const files = { workspaceFiles: () => new Set(['envs/.env.prod', 'infra/versions.conf']) }
  const paths = (line: string) => {
    const page = runbook([step(`: "$DB_PASSWORD" "$GCP_PROJECT_ID"\n${line}`, 'effect=read')])
    return findingsOf({ 'page.md': page }, files).map(({ code }) => code)
  }
  expect(paths('ls envs/.env.prpd')).toEqual(['NAME_MISSPELT'])
  expect(paths('ls ./infra/versinos.conf')).toEqual(['NAME_MISSPELT'])
  expect(paths('ls envs/.env.prod envs/.env.test infra/versions.json envs/.env.pr0d')).toEqual([])
})

test('a path nearly that of what the page asks again and again, wherever that is', () => {
  const ask = (url: string) => `curl -fsS --max-time 10 "${url}"`
  const three = (url: string) =>
    codes(['http://localhost:8000/api/agent/chat', '$GCP_PROJECT_ID/api/agent/chat', url].map(ask).join('\n'))
  for (const odd of ['agnt', 'aagent', 'aegnt', 'agemt'])
    expect(three(`http://localhost:8000/api/${odd}/chat`), odd).toContain('NAME_MISSPELT')
  expect(three('$GCP_PROJECT_ID/api/agnt/chat')).toContain('NAME_MISSPELT')
  for (const other of ['agents', 'agent', 'event'])
    expect(three(`http://localhost:8000/api/${other}/chat`), other).toEqual([])
})

test('a port of a host that nothing else names', () => {
  const see = (port: number) => `openssl s_client -connect "$GCP_PROJECT_ID:${port}" </dev/null`
  expect(codes(see(444))).toEqual(['NAME_PORT_UNKNOWN'])
  expect(codes(see(443))).toEqual([])
  expect(codes(`${see(444)}\nprintf %s 444`)).toEqual([])
  // A number after a colon is something else elsewhere: a version, a group.
  for (const other of [
    'docker run --rm --network none "$GCP_PROJECT_ID:444" true',
    'chown "$GCP_PROJECT_ID:444" notes',
  ])
    expect(codes(other), other).not.toContain('NAME_PORT_UNKNOWN')
})

test('a container published from another port than the other copies of its image', () => {
  const start = (name: string, port: number, image = '"$GCP_PROJECT_ID"') =>
    `docker run --rm --detach --name ${name} --publish 127.0.0.1:80${name.length}:${port} ${image}`
  const lines = [start('one-copy', 8000), start('two-copies', 8000)]
  const last = (line: string) => codes([...lines, line].join('\n')).filter((code) => code.startsWith('NAME_PORT'))
  expect(last(start('three-copies', 8001))).toEqual(['NAME_PORT_DIFFERS'])
  expect(last(start('three-copies', 8000))).toEqual([])
  expect(last(start('three-copies', 8001, '"$DB_PASSWORD"'))).toEqual([])
})

test('an image of another version than the rest of the page has, or the files of the system', () => {
  const run = (image: string) => `docker run --rm --network none ${image} true`
  const found = (images: readonly string[], own: readonly string[] = []) =>
    codes(images.map(run).join('\n'), { ...world, worldImages: () => new Set(own) }).filter(
      (code) => code === 'NAME_TAG_DIFFERS',
    )
  expect(found(['redis:8'], ['redis:7'])).toEqual(['NAME_TAG_DIFFERS'])
  expect(found(['redis:7', 'redis:7', 'redis:8'])).toEqual(['NAME_TAG_DIFFERS'])
  expect(found(['docker.io/library/redis:7.4', 'docker.io/library/redis:7.4', 'docker.io/library/redis:7.5'])).toEqual([
    'NAME_TAG_DIFFERS',
  ])
  expect(found(['redis:7.4', 'redis:7.4', 'redis:7'])).toEqual(['NAME_TAG_DIFFERS'])
  expect(found(['redis:7', 'redis:8'])).toEqual([])
  expect(found(['redis:8'], ['redis:7', 'redis:8'])).toEqual([])
  expect(found(['redis:8', 'redis:8', 'redis:8'], ['redis:7'])).toEqual([])
  expect(found(['redis:8'], ['python:3.12'])).toEqual([])
  const made = ['docker build --tag app:2.0.0 .', ...['app:1.0.0', 'app:1.0.0', 'app:2.0.0'].map(run)].join('\n')
  expect(codes(made)).not.toContain('NAME_TAG_DIFFERS')
})
