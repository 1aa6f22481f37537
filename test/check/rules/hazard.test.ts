import { expect, test } from 'vitest'
import { found as allFound, step } from '../page.ts'

/** Names, and what a step declares, are another test's matter: these commands stand alone. */
const found = (block: string) => allFound(block).filter((line) => !/ (NAME|STEP)_/.test(line))

const DEPLOY = 'gcloud run deploy app --image=eu.example.com/app:v1 --region=europe-west1'

test.each<[string, string, string]>([
  ['docker logs -f', 'docker logs -f "$HOSTNAME"', '2:1 HAZARD_NEVER_RETURNS'],
  ['docker compose up', 'docker compose up', '2:1 HAZARD_NEVER_RETURNS'],
  ['docker stats', 'docker stats', '2:1 HAZARD_NEVER_RETURNS'],
  ['tail -f', 'tail -f app.log', '2:1 HAZARD_NEVER_RETURNS'],
  ['uvicorn', 'uvicorn app.main:app', '2:1 HAZARD_NEVER_RETURNS'],
  ['a proxy', 'gcloud run services proxy "$HOSTNAME" --region=europe-west1', '2:1 HAZARD_NEVER_RETURNS'],
  ['docker exec -it', 'docker exec -it "$HOSTNAME" sh', '2:1 HAZARD_INTERACTIVE'],
  ['docker login', 'docker login', '2:1 HAZARD_INTERACTIVE'],
  ['gcloud auth login', 'gcloud auth login', '2:1 HAZARD_INTERACTIVE'],
  ['an editor', 'nano notes.txt', '2:1 HAZARD_INTERACTIVE'],
  ['read -p', 'read -r -p "ok? " answer', '2:1 HAZARD_INTERACTIVE'],
  ['apt without -y', 'sudo apt install jq', '2:6 HAZARD_INTERACTIVE'],
  ['a secret accessed', 'gcloud secrets versions access latest --secret="$HOSTNAME"', '2:1 HAZARD_SECRET_PRINTED'],
  ['a secret echoed', 'echo "$DB_PASSWORD"', '2:1 HAZARD_SECRET_PRINTED'],
  ['a secret by printenv', 'printenv DB_PASSWORD', '2:1 HAZARD_SECRET_PRINTED'],
  ['an env file searched', 'grep KEY .env', '2:1 HAZARD_SECRET_PRINTED'],
  ['an env file whose group is silent on errors alone', '{ grep KEY .env; } 2>errors.txt', '2:3 HAZARD_SECRET_PRINTED'],
  ['a secret as argument', 'curl -fm9 -u "me:$DB_PASSWORD" https://app.example.com', '2:14 HAZARD_SECRET_ARGUMENT'],
  ['latest', 'docker pull python:latest', '2:13 HAZARD_UNPINNED_IMAGE'],
  ['no tag', 'docker build -t app .', '2:17 HAZARD_UNPINNED_IMAGE'],
  ['latest through a variable', 'IMAGE="app:latest"\ndocker build -t "$IMAGE" .', '3:17 HAZARD_UNPINNED_IMAGE'],
  ['public access', `${DEPLOY} --allow-unauthenticated`, `2:${DEPLOY.length + 2} HAZARD_PUBLIC_ACCESS`],
  ['access not stated', DEPLOY, '2:1 HAZARD_ACCESS_UNSTATED'],
  ['curl without -f', 'curl -m 10 https://app.example.com/health', '2:1 HAZARD_CURL_IGNORES_ERRORS'],
  ['curl without a limit', 'curl -f https://app.example.com/health', '2:1 HAZARD_CURL_NO_LIMIT'],
  [
    'a status joined to the body',
    "curl -sS -m 10 -w '%{http_code}' https://app.example.com/health",
    '2:1 HAZARD_STATUS_JOINED',
  ],
  ['curl whose body looks like one', 'curl -f -dname=ana https://app.example.com', '2:1 HAZARD_CURL_NO_LIMIT'],
  ['curl -k', 'curl -fk -m 10 https://app.example.com', '2:6 HAZARD_BYPASS'],
  ['--no-verify', 'git commit --no-verify -m x', '2:12 HAZARD_BYPASS'],
  ['curl | sh', 'curl -f -m 10 https://app.example.com/x.sh | sh', '2:1 HAZARD_BYPASS'],
  ['chmod 777', 'chmod 777 app', '2:7 HAZARD_BYPASS'],
  ['exit', 'exit 1', '2:1 HAZARD_SHELL_STATE'],
  ['set +e', 'set +e', '2:1 HAZARD_SHELL_STATE'],
])('finds %s', (_, text, expected) => {
  expect(found(step(text))).toEqual([expected])
})

test.each<[string, string]>([
  ['docker logs', 'docker logs "$HOSTNAME"'],
  ['a status without the body', "curl -sSm 10 -o /dev/null -w '%{http_code}' https://app.example.com/health"],
  ['a status without the body, in one word', "curl -Sm10 -so /dev/null -w '%{http_code}' https://app.example.com"],
  ['a status on a line of its own', "curl -sSm 10 -w '\\n%{http_code}' https://app.example.com/health"],
  ['a status of what has no body', "curl -sSm 10 --head -w '%{http_code}' https://app.example.com/health"],
  ['a follow that timeout ends', 'timeout 5 docker logs -f "$HOSTNAME" || true'],
  ['compose up -d', 'docker compose up -d'],
  ['an env file whose lines go into another, by a group', '{ grep -v KEY .env || true; } >.env.new'],
  ['an env file whose lines go into another, by a subshell', '(cd app && grep KEY .env) >>.env.new'],
  ['a secret in a pipe', 'printf %s "$DB_PASSWORD" | wc -c'],
  ['a secret in a variable', 'VALUE="$(gcloud secrets versions access latest --secret="$HOSTNAME")"\n: "$VALUE"'],
  ['grep -q on an env file', 'grep -q KEY .env'],
  ['a pinned image', 'docker pull python:3.12-slim'],
  ['a digest', 'docker pull python@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['a subshell that exits', '( set +e; exit 0 )'],
  ['a loop that reads', 'printf "a\\n" | while read -r line; do echo "$line"; done'],
])('silent on %s', (_, text) => {
  expect(found(step(text))).toEqual([])
})

test('a step that deletes and does not say so', () => {
  expect(found(step('docker rm -f "$HOSTNAME"', 'effect=update'))).toEqual(['2:1 HAZARD_EFFECT_UNDECLARED'])
  expect(found(step('rm -rf build', 'effect=create'))).toEqual(['2:1 HAZARD_EFFECT_UNDECLARED'])
  expect(found(step('rm -rf build', 'effect=delete'))).toEqual([])
})

test('an allowance takes away exactly its finding, and one that takes nothing is found', () => {
  const open = step(`${DEPLOY} --allow-unauthenticated`, 'allow="HAZARD_PUBLIC_ACCESS la web es pública"')
  expect(found(open)).toEqual([])
  expect(found(step('true', 'allow="HAZARD_PUBLIC_ACCESS la web es pública"'))).toEqual(['1:16 FENCE_ALLOW_UNUSED'])
})

test('a manual step may ask and stay', () => {
  expect(found(step('gcloud auth login', 'manual="abre un navegador"'))).toEqual([])
})
