import { expect, test } from 'vitest'
import { fence, findingsOf, found, runbook, step } from '../page.ts'

const IMAGE = 'europe-west1-docker.pkg.dev/$GCP_PROJECT_ID/repo/app:v1'
const ENABLE = step(
  'gcloud services enable run.googleapis.com artifactregistry.googleapis.com secretmanager.googleapis.com',
  '',
  'enable',
)
const REPOSITORY = step(
  'gcloud artifacts repositories create repo --repository-format=docker --location=europe-west1',
  '',
  'repository',
)
const BUILD = step(`docker build --platform=linux/amd64 -t "${IMAGE}" .`, '', 'build')
const PUSH = step(`docker push "${IMAGE}"`, '', 'push')
const ACCOUNT = step('gcloud iam service-accounts create app-run', '', 'account')
const SECRET = step('printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-', '', 'secret')
const FLAGS =
  '--region=europe-west1 --no-allow-unauthenticated --service-account="app-run@$GCP_PROJECT_ID.iam.gserviceaccount.com" --set-secrets=DB_PASSWORD=db-password:1'
const DEPLOY = step(`gcloud run deploy app --image="${IMAGE}" ${FLAGS}`, '', 'deploy')
const ALL = [ENABLE, REPOSITORY, BUILD, PUSH, ACCOUNT, SECRET, DEPLOY]

const codes = (blocks: readonly string[]) => found(...blocks).map((line) => line.split(' ')[1])
const edited = (step: string, from: string, to: string) =>
  ALL.map((block) => (block === step ? block.replace(from, to) : block))

test('silent on a page whose names agree', () => {
  expect(found(...ALL)).toEqual([])
})

const MAKE = 'gcloud secrets create db-password --replication-policy=automatic'

test.each<[string, string, string[]]>([
  ['asked for and made if absent', `gcloud secrets describe db-password > /dev/null 2>&1 || ${MAKE}`, []],
  ['asked for in a condition', `if ! gcloud secrets describe db-password; then ${MAKE}; fi`, []],
  ['needed before it is made', `gcloud secrets describe db-password; ${MAKE}`, ['NAME_USED_BEFORE']],
  ['asked for under another name', `gcloud secrets describe db-pasword || ${MAKE}`, ['NAME_UNKNOWN']],
])('a secret %s', (_, line, expected) => {
  expect(codes([ENABLE, step(line, '', 'secret')])).toEqual(expected)
})

test.each<[string, readonly string[], string[]]>([
  ['the push removed', ALL.filter((block) => block !== PUSH), ['NAME_IMAGE_NOT_PUSHED']],
  ['the push after the deployment', [ENABLE, REPOSITORY, BUILD, ACCOUNT, SECRET, DEPLOY, PUSH], ['NAME_USED_BEFORE']],
  ['another tag built', edited(BUILD, 'app:v1', 'app:v2'), ['NAME_UNKNOWN']],
  ['another tag deployed', edited(DEPLOY, 'app:v1', 'app:debug'), ['NAME_IMAGE_NOT_PUSHED']],
  ['another secret', edited(DEPLOY, '=db-password', '=db-pasword'), ['NAME_UNKNOWN']],
  ['no service account', ALL.filter((block) => block !== ACCOUNT), ['NAME_UNKNOWN']],
  ['another service account', edited(ACCOUNT, 'app-run', 'app-runner'), ['NAME_UNKNOWN']],
  ['an API never enabled', edited(ENABLE, ' secretmanager.googleapis.com', ''), ['NAME_API_NOT_ENABLED']],
  ['an API enabled too late', [REPOSITORY, ENABLE, BUILD, PUSH, ACCOUNT, SECRET, DEPLOY], ['NAME_API_NOT_ENABLED']],
  [
    'the repository elsewhere',
    edited(REPOSITORY, 'europe-west1', 'europe-west4'),
    ['NAME_REGION_DIFFERS', 'NAME_REGION_DIFFERS', 'NAME_REGION_DIFFERS'],
  ],
  [
    'another repository',
    edited(REPOSITORY, 'create repo ', 'create repository '),
    ['NAME_UNKNOWN', 'NAME_UNKNOWN', 'NAME_UNKNOWN'],
  ],
  [
    'another service described',
    [...ALL, step('gcloud run services describe api --region=europe-west1', '', 'describe')],
    ['NAME_UNKNOWN'],
  ],
  [
    'the service sought elsewhere',
    [...ALL, step('gcloud run services describe app --region=us-east1', '', 'describe')],
    ['NAME_REGION_DIFFERS'],
  ],
])('finds %s', (_, blocks, expected) => {
  expect(codes(blocks)).toEqual(expected)
})

test('follows variables assigned by earlier steps', () => {
  const assign = step(`IMAGE="${IMAGE}"`, '', 'image')
  const blocks = [
    ENABLE,
    REPOSITORY,
    assign,
    step('docker build --platform=linux/amd64 -t "$IMAGE" .', '', 'build'),
    step('docker push "$IMAGE"', '', 'push'),
    ACCOUNT,
    SECRET,
    DEPLOY,
  ]
  expect(found(...blocks)).toEqual([])
  expect(codes(blocks.map((block) => (block === assign ? block.replace('v1', 'v2') : block)))).toEqual([
    'NAME_IMAGE_NOT_PUSHED',
  ])
})

test('a block that does not run changes nothing for the steps after it', () => {
  const example = fence('bash checked="an example to copy"', 'export GCP_PROJECT_ID=my-project')
  expect(found(example, ...ALL)).toEqual([])
  expect(codes([example, ...edited(DEPLOY, 'app:v1', 'app:debug')])).toEqual(['NAME_IMAGE_NOT_PUSHED'])
  expect(codes([example, ...ALL.filter((block) => block !== ACCOUNT)])).toEqual(['NAME_UNKNOWN'])
})

const DOCKERFILE = fence('dockerfile file=Dockerfile', 'FROM python:3.12-slim\nEXPOSE 8080')
const LOCAL = step('docker build -t app:v1 .\ndocker run -d --name app -p 8000:8080 app:v1', '', 'local')
const HEALTH = step('curl -f --max-time 10 http://localhost:8000/health\ndocker logs app', '', 'health')

test.each<[string, readonly string[], string[]]>([
  ['nothing where all agree', [DOCKERFILE, LOCAL, HEALTH], []],
  ['another container port', [DOCKERFILE, LOCAL.replace(':8080', ':8000'), HEALTH], ['8:29 NAME_PORT_DIFFERS']],
  ['another host port', [DOCKERFILE, LOCAL, HEALTH.replace(':8000', ':8080')], ['12:23 NAME_PORT_DIFFERS']],
  ['another container', [DOCKERFILE, LOCAL, HEALTH.replace('logs app', 'logs api')], ['13:13 NAME_UNKNOWN']],
  ['nothing where PORT moves', [DOCKERFILE, LOCAL.replace('-p 8000:8080', '-e PORT=9000 -p 8000:9000'), HEALTH], []],
])('ports and containers: %s', (_, blocks, expected) => {
  expect(found(...blocks)).toEqual(expected)
})

test.each([
  ['app', 'app:latest'],
  ['app:latest', 'app'],
])('an image built as %s is %s', (built, used) => {
  const pair = (image: string) => [
    step(`docker build -t ${built} .`, '', 'build'),
    step(`docker run --rm ${image}`, '', 'run'),
  ]
  const named = (blocks: readonly string[]) => codes(blocks).filter((code) => code?.startsWith('NAME_'))
  expect(named(pair(used))).toEqual([])
  expect(named(pair('app:v1'))).toEqual(['NAME_UNKNOWN'])
})

test('what a situation may have made, and the system names, is left to the run', () => {
  const codesOf = (procedure: string, service: string) => {
    const header = `  procedures:\n    - { id: look, title: Mirar, when: Siempre, ${procedure}, irreversible: Solo lee y nada más., steps: a }\n---`
    const page = runbook([
      step(`gcloud run services describe ${service} --region="$GCP_PROJECT_ID"\n: "$DB_PASSWORD"`, 'effect=read'),
    ])
    const options = {
      situations: () => new Set(['bad-release']),
      worldWords: () => new Set(['image', 'worker', 'agent']),
    }
    return findingsOf({ 'page.md': page.replace('\n---\n', `\n${header}\n`) }, options).map(({ code }) => code)
  }
  expect(codesOf('situation: bad-release', 'image-worker')).toEqual([])
  expect(codesOf('situation: bad-release', 'image-wroker')).toContain('NAME_UNKNOWN')
  expect(codesOf('interrupts: Nada', 'image-worker')).toContain('NAME_UNKNOWN')
})

test.each([
  ['--build-arg=APP_VERSION="$NEXT" --tag="app:$NEXT"', 0],
  ['--build-arg=APP_VERSION="$NEXT" --build-arg=REVISION=1 --tag="app:$NEXT" --tag=app:stable', 0],
  ['--build-arg=BEFORE="$BEFORE" --tag="app:$NEXT"', 0],
  ['--build-arg=APP_NAME="$GCP_PROJECT_ID" --tag="app:$NEXT"', 0],
  ['--build-arg=APP_VERSION="$BEFORE" --tag="app:$NEXT"', 1],
  ['--tag="app:$BEFORE" --build-arg APP_VERSION="$NEXT"', 1],
])('a build told its version: %s', (flags, count) => {
  const source = runbook(
    [step(`docker build ${flags} .\n: "$GCP_PROJECT_ID" "$NEXT" "$BEFORE"`)],
    [
      '    GCP_PROJECT_ID: { type: gcp-project-id, label: Proyecto, example: my-project }',
      '    NEXT: { type: image-tag, label: Nueva, example: 1.1.0 }',
      '    BEFORE: { type: image-tag, label: Anterior, example: 1.0.0 }',
    ],
  )
  const crossed = findingsOf({ 'page.md': source }).filter(({ code }) => code === 'NAME_VALUE_CROSSED')
  expect(crossed).toHaveLength(count)
})
