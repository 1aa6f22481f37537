import { expect, test } from 'vitest'
import { fence, found, step } from './page.ts'

const codes = (...blocks: readonly string[]) => found(...blocks).map((line) => line.split(' ')[1])

const SECRET = (feeder: string) => step(`${feeder} | gcloud secrets create key --data-file=-`, '', 'secret')
const API = step('gcloud services enable secretmanager.googleapis.com run.googleapis.com', '', 'enable')
const deploy = (flags: string) =>
  step(
    `gcloud run deploy app --image=docker.io/library/x:1 --region=europe-west1 --no-allow-unauthenticated ${flags}`,
    '',
    'deploy',
  )
const RUN = step('docker run -d --env-file=.env.local --add-host=host.docker.internal:host-gateway x:1', '', 'run')
const BARE_RUN = step('docker run -d --env-file=.env.local x:1', '', 'run')
const env = (text: string) => fence('text file=.env.local', text)
const dockerfile = (text: string) => fence('dockerfile file=Dockerfile', `FROM debian:12\n${text}\nCMD ["sleep", "1d"]`)
const CREATE = step('gcloud secrets create key --data-file=key.txt', '', 'create')
const ignore = (text: string) => [env('DB_PASSWORD'), fence('text file=.dockerignore', text)]
const EXPORTS = 'export GCP_PROJECT_ID=my-project A=1'
const byHand = (text: string) => fence('bash checked="pasted by hand"', text)

test.each<[string, readonly string[]]>([
  ['a secret stored as it is', [API, SECRET(`printf '%s' "$DB_PASSWORD"`), deploy('--set-secrets=DB_PASSWORD=key:1')]],
  ['a socket that is mounted', [API, deploy('--set-cloudsql-instances=p:r:i --set-env-vars=DB_HOST=/cloudsql/p:r:i')]],
  ['variables by name alone', [env('DB_HOST=host.docker.internal\nDB_PASSWORD'), RUN]],
  ['a user the container runs as', [dockerfile('RUN useradd app\nUSER app')]],
  ['an ignored file of variables', ignore('*\n!app')],
  [
    'an undo that says so',
    [API, CREATE, step('gcloud secrets delete key --quiet', 'effect=delete undoes=create', 'drop')],
  ],
  ['every parameter exported', [byHand(`${EXPORTS}\nread -rsp p DB_PASSWORD && export DB_PASSWORD`)]],
])('silent on %s', (_, blocks) => expect(codes(...blocks)).toEqual([]))

test.each<[string, readonly string[], string]>([
  ['a newline stored', [API, SECRET('echo "$DB_PASSWORD"')], 'HAZARD_SECRET_ALTERED'],
  ['a newline in the format', [API, SECRET(`printf '%s\\n' "$DB_PASSWORD"`)], 'HAZARD_SECRET_ALTERED'],
  ['a secret as format', [API, SECRET('printf "$DB_PASSWORD"')], 'HAZARD_SECRET_ALTERED'],
  [
    'another value stored',
    [API, SECRET(`printf '%s' "$GCP_PROJECT_ID"`), deploy('--set-secrets=DB_PASSWORD=key:1')],
    'NAME_VALUE_CROSSED',
  ],
  ['another parameter given', [API, deploy('--set-env-vars=DB_PASSWORD=$GCP_PROJECT_ID')], 'NAME_VALUE_CROSSED'],
  ['a socket nobody mounts', [API, deploy('--set-env-vars=DB_HOST=/cloudsql/p:r:i')], 'NAME_SOCKET_UNKNOWN'],
  [
    'another address than the socket',
    [API, deploy('--set-cloudsql-instances=p:r:i --set-env-vars=DB_HOST=localhost')],
    'NAME_SOCKET_UNKNOWN',
  ],
  ['quotes in a file of variables', [env('MODE="x"'), RUN], 'FILE_ENV_VALUE'],
  ['a variable in a file of variables', [env('MODE=$HOME'), RUN], 'FILE_ENV_VALUE'],
  ['a secret in a file of variables', [env('DB_PASSWORD=x'), RUN], 'FILE_ENV_VALUE'],
  ['localhost in a file of variables', [env('DB_HOST=localhost'), RUN], 'FILE_ENV_VALUE'],
  ['a machine without a name', [env('DB_HOST=host.docker.internal'), BARE_RUN], 'NAME_HOST_UNKNOWN'],
  ['a user nobody uses', [dockerfile('RUN useradd app')], 'FILE_DOCKERFILE_USER'],
  ['a file of variables let in', ignore('!app'), 'FILE_IGNORE_MISSES'],
  ['a file of variables let in again', ignore('*\n!.env.local'), 'FILE_IGNORE_MISSES'],
  [
    'an undo that does not say so',
    [API, CREATE, step('gcloud secrets delete key --quiet', 'effect=delete', 'drop')],
    'STEP_UNDO_UNSTATED',
  ],
  [
    'an undo of another step',
    [API, CREATE, step('gcloud secrets delete key --quiet', 'effect=delete undoes=enable', 'drop')],
    'STEP_UNDO_DIFFERS',
  ],
  [
    'a secret typed in the open',
    [byHand(`${EXPORTS}\nread -rp p DB_PASSWORD && export DB_PASSWORD`)],
    'HAZARD_SECRET_PRINTED',
  ],
])('finds %s', (_, blocks, code) => expect(codes(...blocks)).toEqual([code]))

test('an image for Cloud Run says its platform', () => {
  const image = 'europe-west1-docker.pkg.dev/p/r/app:1'
  const blocks = (flags: string) => [
    step(`docker build ${flags} -t ${image} .\ndocker push ${image}`, '', 'build'),
    step(`gcloud services enable run.googleapis.com artifactregistry.googleapis.com`, '', 'enable'),
    step(`gcloud run deploy app --image=${image} --region=europe-west1 --no-allow-unauthenticated`, '', 'deploy'),
  ]
  expect(codes(...blocks('--platform=linux/amd64'))).toEqual([])
  expect(codes(...blocks(''))).toEqual(['HAZARD_PLATFORM_UNSTATED'])
})
