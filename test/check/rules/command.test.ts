import { expect, test } from 'vitest'
import { formatFinding } from '../format.ts'
import { findingsOf, found, runbook, step } from '../page.ts'

const DEPLOY = 'gcloud run deploy app --image=eu.example.com/app:v1 --region=europe-west1 --no-allow-unauthenticated'

test.each<[string, string, string[]]>([
  ['a misspelt flag', `${DEPLOY} --memroy=1Gi`, [`2:${DEPLOY.length + 2} COMMAND_FLAG_UNKNOWN`]],
  ['an unknown subcommand', 'gcloud run depoly app', ['2:12 COMMAND_UNKNOWN']],
  [
    'a flag without its value',
    'gcloud secrets versions access latest --secret | wc -c',
    ['2:39 COMMAND_VALUE_MISSING'],
  ],
  [
    'a required flag removed',
    'gcloud artifacts repositories create repo --location=europe-west1',
    ['2:31 COMMAND_FLAG_MISSING'],
  ],
  ['a wrong choice', `${DEPLOY} --ingress=public`, [`2:${DEPLOY.length + 2} COMMAND_CHOICE`]],
  ['an unknown flag of docker', 'docker build --tagg app:v1 .', ['2:14 COMMAND_FLAG_UNKNOWN']],
  ['an unknown command of docker', 'docker imagess', ['2:8 COMMAND_UNKNOWN']],
  ['compose v1', 'docker-compose up -d', ['2:1 COMMAND_COMPOSE_ONE']],
  ['a blank in brackets', 'docker rmi [ID_DE_LA_IMAGEN:TAG]', ['2:12 COMMAND_PLACEHOLDER']],
  ['a blank in angles', 'psql -h <host> -U me', ['2:9 COMMAND_PLACEHOLDER']],
  ['prose', 'Ejecuta el comando siguiente', ['2:1 COMMAND_PROSE']],
  ['a gloss', 'docker build: El comando para construir.', ['2:1 COMMAND_PROSE']],
  ['a bash error', 'if true; then echo hola', ['2:24 COMMAND_SYNTAX']],
  ['an open heredoc', 'cat <<EOF\nhola', ['2:5 COMMAND_SYNTAX']],
  ['a parenthesis at the end', 'echo (', ['2:6 COMMAND_SYNTAX']],
  ['an undeclared variable', 'echo "$PROJECT"', ['2:7 PARAMETER_UNDECLARED']],
  ['a parameter overwritten', 'GCP_PROJECT_ID=other', ['2:1 PARAMETER_ASSIGNED']],
])('%s', (_, text, expected) => {
  expect(found(step(text)).filter((line) => !/ (PARAMETER_UNUSED|HAZARD_\w+)$/.test(line))).toEqual(
    expect.arrayContaining(expected),
  )
})

test.each<[string, string]>([
  ['flags with variables', 'docker build --tag "app:$GCP_PROJECT_ID" --platform=linux/amd64 .'],
  ['words only a run can tell', 'args=(--quiet)\ngcloud projects describe "$GCP_PROJECT_ID" "${args[@]}"'],
  ['quoted brackets', `docker ps --format '{{.Names}}' | grep '[A-Z]'`],
  ['bash tests', 'if [[ "$GCP_PROJECT_ID" =~ ^[a-z]+$ ]] && [ -n "$HOME" ]; then echo ok; fi'],
  ['a variable with a default', 'echo "${OPTIONAL:-none}"'],
  ['variables assigned here', 'for name in a b; do echo "$name"; done\nread -r line <<< "x"\necho "$line"'],
  ['functions', 'greet() { echo hola; }\ngreet'],
  ['a heredoc', 'cat <<EOF > out.txt\nhola $GCP_PROJECT_ID\nEOF'],
  ['comments', '# [PLACEHOLDER] docker build: prose <host>\necho hola # <x>'],
  ['scripts by path', './scripts/build.sh'],
  [
    'the name of a variable given with it',
    'API_KEY=$GCP_PROJECT_ID docker build --build-arg API_KEY --platform=linux/amd64 .',
  ],
])('silent on %s', (_, text) => {
  expect(found(step(text))).toEqual([])
})

test('parameters are declared well, and used', () => {
  const source = runbook(
    [step('echo "$PATH" "$REGION" "$MODE" "$TOKEN"')],
    [
      '    PATH: { type: text, label: Ruta, example: /usr/bin }',
      '    REGION: { type: gcp-region, label: Región, example: europe-west99 }',
      '    MODE: { type: choice, label: Modo, example: a }',
      '    TOKEN: { type: secret, label: Clave, example: x, default: y }',
      '    UNUSED: { type: text, label: Nada, example: x }',
    ],
  )
  expect(findingsOf({ 'page.md': source }).map((finding) => formatFinding(finding))).toEqual([
    '7:5 PARAMETER_NAME_TAKEN',
    '8:48 PARAMETER_VALUE',
    '9:5 PARAMETER_CHOICES',
    '10:5 PARAMETER_SECRET_DEFAULT',
    '11:5 PARAMETER_UNUSED',
    '15:1 HAZARD_SECRET_PRINTED',
  ])
})
