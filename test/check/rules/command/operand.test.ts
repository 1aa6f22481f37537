import { describe, expect, test } from 'vitest'
import { formatFinding } from '../../format.ts'
import { fence, findingsOf, found, runbook, step } from '../../page.ts'

/** The findings of one line of bash, without where they are. */
const codes = (line: string) => found(step(line)).map((one) => one.split(' ')[1])

describe('words that cannot be what they stand for', () => {
  test.each([
    'docker rmi rmi app:1.0.0',
    "docker image inspect '{{.Os}}' app:1.0.0",
    "docker ps '{{.Names}}'",
    ': "${DB_PASSWORD:?}" "${DB_PASSWORD:?}"',
    'docker login login --username=ana --password-stdin < token.txt',
    'gcloud auth print-identity-token print-identity-token',
    'curl -fsS 10 http://localhost:8000/health',
    "curl -fsS 'Authorization: Bearer x' http://localhost:8000/health",
    'curl -dS -o /dev/null -f http://localhost:8000/health',
    "ssh BatchMode=yes ana@example.com 'uptime'",
    "ssh -o BatchMode=yse ana@example.com 'uptime'",
    "ssh -o BtachMode=yes ana@example.com 'uptime'",
    "ssh -o ConnectTimeout=ten ana@example.com 'uptime'",
    'docker login registry --username=ana --password-stdin < token.txt',
    'docker login --username=oauth2acesstoken --password-stdin https://europe-west1-docker.pkg.dev < token.txt',
    'docker ps --filter=heath=healthy',
    'docker ps --filter=health=helthy',
    'curl -fsS htttp://localhost:8000/health',
    'docker build --tag="app:$GCP_PROJECT_ID" --tag="app:$GCP_PROJECT_ID" .',
    'curl -fsS --header "Authorization: Bearer $(cat token)" --header "Authorization: Bearer $(cat token)" localhost',
  ])('%s', (line) => {
    expect(codes(line)).toContain('COMMAND_OPERAND')
  })

  test.each([
    'docker rmi app:1.0.0',
    "docker image inspect --format '{{.Os}}' app:1.0.0",
    "docker exec app printf '{{x}}'",
    "docker exec app '{{x}}'",
    'docker login --username=ana --password-stdin < token.txt',
    'docker login --username=_json_key --password-stdin https://europe-west1-docker.pkg.dev < token.txt',
    'docker logout localhost:5000',
    'gcloud auth print-identity-token --impersonate-service-account=a@my-project.iam.gserviceaccount.com',
    'curl -fsS --max-time 10 http://localhost:8000/health',
    'curl -fsS localhost/health 127.0.0.1:8000 example.com "$DB_PASSWORD"',
    "curl -fsSd '' http://localhost:8000/health",
    "ssh -o BatchMode=yes -o 'ConnectTimeout 10' -o strictHostKeyChecking=accept-new ana@example.com 'uptime'",
    'docker ps --filter=health=healthy --filter=label=a=b',
    'docker volume ls --filter=dangling=true',
    'curl -fsS HTTPS://example.com sftp://example.com/x',
    'docker build --tag="app:$GCP_PROJECT_ID" --tag="other:$GCP_PROJECT_ID" .',
  ])('%s is right', (line) => {
    expect(codes(line)).not.toContain('COMMAND_OPERAND')
  })
})

describe('the body of a request', () => {
  const URL = 'http://localhost:8000/chat'
  const JSON_TYPE = "--header 'Content-Type: application/json'"

  test.each([
    [`curl -fsS --max-time 10 --data '{"a":1}' ${URL}`],
    [`curl -fsS --max-time 10 ${JSON_TYPE} --data '{"a":"b}' ${URL}`],
    [`curl -fsS --max-time 10 -X POST ${JSON_TYPE} ${URL}`],
    [`curl -fsS --max-time 10 --header "Authorization: Bearer $(cat token)" ${JSON_TYPE} ${URL}`],
  ])('%s', (line) => {
    expect(codes(line)).toEqual(['COMMAND_REQUEST'])
  })

  test.each([
    [`curl -fsS --max-time 10 ${JSON_TYPE} --data '{"a":"${'$DB_PASSWORD'}"}' ${URL}`],
    [`curl -fsS --max-time 10 ${JSON_TYPE} --data "{\\"a\\":$GCP_PROJECT_ID}" ${URL}`],
    [`curl -fsS --max-time 10 ${JSON_TYPE} --data @body.json ${URL}`],
    [`curl -fsS --max-time 10 --json '{"a":1}' ${URL}`],
    [`curl -fsS --max-time 10 --data 'a=1&b=2' ${URL}`],
    [`curl -fsS --max-time 10 --data '{"a":1}' "${'${HEADERS[@]}'}" ${URL}`],
  ])('%s is right', (line) => {
    expect(codes(line)).not.toContain('COMMAND_REQUEST')
  })
})

describe('arguments of a build', () => {
  const DOCKERFILE = fence('dockerfile file=Dockerfile', 'FROM python:3.12-slim\nARG APP_VERSION=dev')
  const build = (argument: string, file = '') =>
    step(`docker build --build-arg=${argument} --tag=app:1.0.0 ${file} .`, 'effect=create')

  test('that the Dockerfile declares, or that every build has', () => {
    expect(found(DOCKERFILE, build('APP_VERSION=1'))).toEqual([])
    expect(found(DOCKERFILE, build('HTTP_PROXY'))).toEqual([])
  })

  test('that it does not declare', () => {
    expect(found(DOCKERFILE, build('AP_VERSION=1'))).toEqual(['7:14 NAME_BUILD_ARGUMENT'])
  })

  test('of a Dockerfile nobody can see', () => {
    expect(found(build('AP_VERSION=1'))).toEqual([])
    const page = runbook([build('AP_VERSION=1')], ['    X: { type: text, label: X, example: x, default: x }'])
    const inWorld = { workspaceFile: () => ({ text: 'FROM scratch\nARG APP_VERSION', executable: false }) }
    expect(findingsOf({ 'page.md': page }, inWorld).map(({ code }) => code)).toContain('NAME_BUILD_ARGUMENT')
  })
})

test('a region written out in quotes, or in the address of a registry', () => {
  const page = (line: string) =>
    runbook([step(`: "$REGION"\n${line}`)], ['    REGION: { type: gcp-region, label: R, example: europe-west1 }'])
  const at = (line: string) => findingsOf({ 'page.md': page(line) }).map((one) => formatFinding(one))
  expect(at('docker logout "https://$REGION-docker.pkg.dev"')).toEqual([])
  expect(at('docker logout "https://us-central1-docker.pkg.dev"')).toEqual(['12:15 PARAMETER_LITERAL'])
  expect(at('gcloud run services list --region="us-central1"')).toEqual(['12:26 PARAMETER_LITERAL'])
})

test('a letter given twice in one word, where once says it all', () => {
  expect(codes('jq -rr . data.json')).toEqual(['COMMAND_DUPLICATE'])
  expect(codes("ssh -tt ana@example.com 'uptime'")).not.toContain('COMMAND_DUPLICATE')
  expect(codes('curl -fvv http://localhost:8000')).not.toContain('COMMAND_DUPLICATE')
})
