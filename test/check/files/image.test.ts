import { expect, test } from 'vitest'
import { fence, findingsOf, found, runbook, step, USES } from '../page.ts'
import { checkExamples } from './table.ts'

checkExamples(
  'dockerfile file=Dockerfile',
  [
    [
      'two stages',
      '# syntax=docker/dockerfile:1\nARG V=3.12\nFROM python:${V}-slim AS builder\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nFROM python:${V}-slim\nCOPY --from=builder /opt /opt\nCOPY --from=0 /a /b\nCOPY --from=nginx:1.27 /a /b\nCOPY a b ./\nENV PORT=8080 PUBLIC_KEY=x\nEXPOSE 8080 53/udp $PORT\nUSER app\nCMD ["sh", "-c", "exec app"]',
    ],
    ['a shell form', 'FROM debian:12\nRUN [ -f /x ] || true\nCMD exec app'],
    [
      'a health check with what it installs',
      'FROM python:3.12-slim\nRUN apt-get install -y curl\nHEALTHCHECK CMD curl -f localhost',
    ],
  ],
  [
    ['an unknown instruction', 'FROM a:1\nCOPPY a b', ['3:1 FILE_DOCKERFILE_INSTRUCTION']],
    ['no FROM', 'RUN ls', ['1:1 FILE_DOCKERFILE_FROM']],
    [
      'a flag useradd has not',
      'FROM debian:12\nRUN useradd --no-create-hoome app\nUSER app',
      ['3:13 COMMAND_FLAG_UNKNOWN'],
    ],
    ['FROM with two words', 'FROM a:1 builder', ['2:6 FILE_DOCKERFILE_ARGUMENT']],
    ['COPY without a destination', 'FROM a:1\nCOPY app', ['3:6 FILE_DOCKERFILE_ARGUMENT']],
    ['several sources into a file', 'FROM a:1\nCOPY a b c', ['3:6 FILE_DOCKERFILE_ARGUMENT']],
    ['a port out of range', 'FROM a:1\nEXPOSE 80800', ['3:8 FILE_DOCKERFILE_ARGUMENT']],
    ['ENV without =', 'FROM a:1\nENV PORT', ['3:5 FILE_DOCKERFILE_ARGUMENT']],
    ['single quotes in a list', "FROM a:1\nCMD ['a', 'b']", ['3:5 FILE_DOCKERFILE_EXEC']],
    ['a comma missing in a list', 'FROM a:1\nENTRYPOINT ["a" "b"]', ['3:12 FILE_DOCKERFILE_EXEC']],
    ['a secret in ENV', 'FROM a:1\nENV A=1 API_KEY=x', ['3:9 FILE_DOCKERFILE_SECRET']],
    ['a secret in ARG', 'FROM a:1\nARG DB_PASSWORD', ['3:5 FILE_DOCKERFILE_SECRET']],
    ['a stage misspelt', 'FROM a:1 AS builder\nFROM b:1\nCOPY --from=bilder /a /b', ['4:6 FILE_DOCKERFILE_STAGE']],
    ['a stage that comes later', 'FROM a:1\nCOPY --from=1 /a /b\nFROM b:1', ['3:6 FILE_DOCKERFILE_STAGE']],
    [
      'a check with a program of no slim image',
      'FROM python:3.12-slim\nHEALTHCHECK CMD curl -f localhost',
      ['3:1 FILE_HEALTH_PROGRAM'],
    ],
    [
      'a cache that stays empty',
      'FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip \\\n  pip install --no-cache-dir x',
      ['4:15 FILE_DOCKERFILE_CACHE'],
    ],
  ],
)

const SERVICE = 'services:\n  web:\n    image: x:1\n'

checkExamples(
  'yaml file=compose.yaml',
  [
    [
      'services that agree',
      'services:\n  web:\n    build: { context: ./web }\n    ports: ["8000:8000", "127.0.0.1:9000:9000"]\n    networks: [front]\n    volumes: ["data:/data", "./a:/b", "/c"]\n    secrets: [key]\n    depends_on:\n      db: { condition: service_healthy }\n  db:\n    image: postgres:16\n    healthcheck: { test: [CMD, pg_isready] }\n    environment: ["A=${B:-x}"]\nnetworks: { front: {} }\nvolumes: { data: {} }\nsecrets: { key: { environment: KEY } }',
    ],
    [
      'an image with a check of its own',
      `${SERVICE}    depends_on: { db: { condition: service_healthy } }\n  db:\n    image: example.com/db:1`,
    ],
    ['an extension', `x-a: &a { restart: always }\n${SERVICE}    <<: *a`],
  ],
  [
    ['an unknown key', `${SERVICE}    port: ["1:1"]`, ['5:5 FILE_COMPOSE_KEY']],
    ['an unknown key at the top', `${SERVICE}network: {}`, ['5:1 FILE_COMPOSE_KEY']],
    ['an unknown key further in', `${SERVICE}    healthcheck: { test: x, intervall: 3s }`, ['5:29 FILE_COMPOSE_KEY']],
    ['a string for a list', `${SERVICE}    ports: "8000:80"`, ['5:12 FILE_COMPOSE_VALUE']],
    [
      'a condition there is none of',
      `${SERVICE}    depends_on: { one: { condition: service_ready } }\n  one: { image: y:1 }`,
      ['5:37 FILE_COMPOSE_VALUE'],
    ],
    ['a check in no form', `${SERVICE}    healthcheck:\n      test: ["curl", "-f"]`, ['6:14 FILE_COMPOSE_VALUE']],
    ['no image', 'services:\n  web:\n    ports: ["1:1"]', ['3:3 FILE_COMPOSE_IMAGELESS']],
    ['an obsolete key', `version: "3"\n${SERVICE}`, ['2:1 FILE_COMPOSE_VERSION']],
    ['an undeclared network', `${SERVICE}    networks: [front]`, ['5:16 FILE_COMPOSE_UNDECLARED']],
    [
      'an undeclared volume',
      `${SERVICE}    volumes:\n      - dat:/data\nvolumes: { data: {} }`,
      ['6:9 FILE_COMPOSE_UNDECLARED'],
    ],
    ['an undeclared secret', `${SERVICE}    secrets: [{ source: key }]`, ['5:15 FILE_COMPOSE_UNDECLARED']],
    ['an undeclared config', `${SERVICE}    configs: [app]`, ['5:15 FILE_COMPOSE_UNDECLARED']],
    ['an unknown service', `${SERVICE}    depends_on: [db]`, ['5:18 FILE_COMPOSE_UNDECLARED']],
    [
      'a service without a check',
      `${SERVICE}    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: redis:7`,
      ['7:20 FILE_COMPOSE_HEALTH'],
    ],
    [
      'one name and several replicas',
      `${SERVICE}    container_name: a\n    deploy: { replicas: 2 }`,
      ['5:5 FILE_COMPOSE_REPLICAS'],
    ],
    [
      'a port twice',
      `${SERVICE}    ports: ["80:80"]\n  b:\n    image: x:1\n    ports:\n      - "80:81"`,
      ['9:9 FILE_COMPOSE_TWICE'],
    ],
    [
      'a name twice',
      `${SERVICE}    container_name: a\n  b:\n    image: x:1\n    container_name: a`,
      ['8:21 FILE_COMPOSE_TWICE'],
    ],
    [
      'a check with a program of no such image',
      `${SERVICE.replace('x:1', 'python:3.12-slim')}    healthcheck: { test: curl -f localhost }`,
      ['5:20 FILE_HEALTH_PROGRAM'],
    ],
  ],
)

const world = { workspaceFiles: () => new Set(['app', 'app/main.py', 'requirements.txt']) }
const codesIn = (...blocks: string[]) =>
  findingsOf({ 'page.md': runbook([...blocks, USES]) }, world).map(({ code, data }) => `${code} ${data.found}`)

test('what COPY takes is in the context', () => {
  const dockerfile = (copy: string) => fence('dockerfile file=Dockerfile', `FROM a:1\n${copy}`)
  expect(codesIn(dockerfile('COPY app requirements.txt ./'))).toEqual([])
  expect(codesIn(dockerfile('COPY src ./src'))).toEqual(['FILE_COPY_SOURCE src'])
  const ignore = (text: string) => fence('text file=.dockerignore', text)
  expect(codesIn(dockerfile('COPY app ./app'), ignore('*\n!app'))).toEqual([])
  expect(codesIn(dockerfile('COPY app ./app'), ignore('*'))).toEqual(['FILE_COPY_IGNORED app'])
  expect(codesIn(dockerfile('COPY app ./app'), ignore('app\n!app/main.py'))).toEqual([])
  expect(codesIn(dockerfile('COPY app/main.py ./'), ignore('**/*.py'))).toEqual(['FILE_COPY_IGNORED app/main.py'])
  expect(codesIn(dockerfile('COPY app ./app'), fence('text file=Dockerfile.dockerignore', 'app'), ignore(''))).toEqual([
    'FILE_COPY_IGNORED app',
  ])
  expect(codesIn(step('mkdir -p src', '', 'make'), dockerfile('COPY src ./src'))).toEqual([])
})

test('files a Compose file names are there', () => {
  const compose = (line: string) => fence('yaml file=compose.yaml', `${SERVICE}    ${line}`)
  expect(codesIn(compose('env_file: .env'))).toEqual(['FILE_UNKNOWN .env'])
  expect(codesIn(fence('text file=.env', 'A=1'), compose('env_file: [.env]'))).toEqual([])
  expect(codesIn(compose('env_file: [{ path: .env, required: false }]'))).toEqual([])
  expect(codesIn(compose('build: .'))).toEqual(['FILE_UNKNOWN Dockerfile'])
})

test('a file a heredoc writes is checked where it stands', () => {
  const heredoc = (quote: string, text: string) =>
    step(`cat > compose.yaml <<${quote}END${quote}\n${text}\nEND`, '', 'write')
  expect(found(heredoc("'", `${SERVICE}    port: [1]`))).toEqual(['6:5 FILE_COMPOSE_KEY'])
  expect(found(heredoc("'", SERVICE))).toEqual([])
  expect(found(heredoc('', `${SERVICE}    port: [$GCP_PROJECT_ID]`))).toEqual([])
  expect(found(step("sudo tee a.json <<'END' >/dev/null\n{,}\nEND", '', 'write'))).toEqual(['3:2 FILE_SYNTAX'])
})
