import { expect, test } from 'vitest'
import { check } from '#check/check.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { parsePlainPage } from '#document/plain.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { loadAllTools } from '#tools/load.ts'

const FENCE = '```'
const surroundings = { tools: await loadAllTools(), formats: await loadAllFormats() }

/** `line CODE` of what is found in a document that is no page, of these fences. */
function found(...blocks: [opening: string, text: string][]): string[] {
  const source = blocks.map(([opening, text]) => `${FENCE}${opening}\n${text}\n${FENCE}\n`).join('\n')
  const { page, findings } = parsePlainPage({ file: 'a.md', source, commands: KNOWN_PROGRAMS })
  return [...findings, ...check(page ? [page] : [], surroundings)].map(
    ({ code, place }) => `${place.start.line} ${code}`,
  )
}

const FROM = 'FROM python:3.12-slim\nWORKDIR /app\n'
const IMAGE = 'europe-west1-docker.pkg.dev/my-project/shop/app:1'
const BUCKET = 'gcloud storage buckets create gs://my-project-logs --location=us-central1'
const ACCOUNT = 'gcloud iam service-accounts create receiver'
const MEMBER = 'receiver@my-project.iam.gserviceaccount.com'
const RECEIVER = `gcloud projects add-iam-policy-binding my-project --member=serviceAccount:${MEMBER} --role=roles/eventarc.eventReceiver`
const trigger = (location: string) =>
  `gcloud eventarc triggers create t --location=${location} --destination-run-service=a --event-filters=type=google.cloud.storage.object.v1.finalized --event-filters=bucket=my-project-logs --service-account=${MEMBER}`
const CLOUD_BUILD = 'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, --tag=app, ., "$_A"]'

test.each<[string, string[], [string, string][]]>([
  [
    'a file named in the metadata is there',
    [],
    [
      ['yaml file=cloudbuild.yaml', CLOUD_BUILD],
      ['bash', 'gcloud builds submit --config=cloudbuild.yaml --substitutions=_A=1'],
    ],
  ],
  [
    'a substitution without its underscore',
    ['8 COMMAND_RULE'],
    [
      ['yaml file=cloudbuild.yaml', CLOUD_BUILD],
      ['bash', 'gcloud builds submit --config=cloudbuild.yaml --substitutions=_A=1,TEST=2'],
    ],
  ],
  [
    'quotes that stay in an environment file',
    ['2 FILE_ENV_VALUE'],
    [
      ['ini file=api.env', 'A="1"\nB=2'],
      ['bash', 'docker run --detach --env-file=api.env --name=api example.com/api:1.2.0'],
    ],
  ],
  [
    'a variable systemd does not expand',
    ['3 FILE_SYSTEMD_VARIABLE'],
    [['ini file=/etc/systemd/system/a.service', '[Service]\nEnvironment=A=${HOME}/a\nExecStart=/usr/bin/a ${HOME}']],
  ],
  [
    'a percent sign it does',
    [],
    [['ini file=a.service', '[Service]\nEnvironment=A=%h/a B=$$HOME\nExecStart=/usr/bin/a']],
  ],
  [
    'the port of the inside asked for outside',
    ['3 NAME_PORT_DIFFERS'],
    [
      [
        'bash',
        'docker run --detach --name=a --publish=3000:3099/tcp example.com/a:1\ncurl -fsS -m 9 localhost:3099/health',
      ],
    ],
  ],
  [
    'the port of the outside',
    [],
    [
      [
        'bash',
        'docker run --detach --name=a --publish=3099:3000 example.com/a:1\ncurl -fsS -m 9 localhost:3099/health',
      ],
    ],
  ],
  [
    'another port',
    [],
    [['bash', 'docker run -d --name=a -p 80:81 example.com/a:1\ncurl -fsS -m 9 localhost:9000/health']],
  ],
  ['escaped quotes', ['2 COMMAND_OPERAND'], [['bash', 'gcloud secrets describe --project=a-project-1 \\"name\\"']]],
  ['quotes', [], [['bash', 'gcloud secrets describe --project=a-project-1 "name"\necho \\"name\\"']]],
  [
    'a glob given to rsync --delete',
    ['2 COMMAND_RSYNC_PATTERN'],
    [['bash', 'rsync -a --delete out/* web.example.com:/srv/']],
  ],
  ['rsync --delete without -r', ['2 COMMAND_RULE'], [['bash', 'rsync -tz --delete out/ web.example.com:/srv/']]],
  [
    'rsync --delete of directories',
    [],
    [['bash', "rsync -a --delete --exclude='*' out/ web.example.com:/srv/\nrsync -a out/* web.example.com:/srv/"]],
  ],
  [
    'several platforms loaded',
    ['2 COMMAND_LOAD_PLATFORMS'],
    [['bash', 'docker buildx build --platform=linux/amd64,linux/arm64 --load --tag=a:1 .']],
  ],
  [
    'a flag RUN does not have',
    ['4 FILE_DOCKERFILE_ARGUMENT'],
    [['dockerfile file=Dockerfile', `${FROM}RUN --type=cache true`]],
  ],
  ['a flag RUN has', [], [['dockerfile file=Dockerfile', `${FROM}RUN --mount=type=cache,target=/c true`]]],
  [
    'docker set up for another registry',
    ['2 COMMAND_ARGUMENT_MISSING'],
    [['bash', `gcloud auth configure-docker --quiet\ndocker push ${IMAGE}`]],
  ],
  [
    'docker set up for the registry',
    [],
    [
      ['bash', `gcloud auth configure-docker europe-west1-docker.pkg.dev --quiet\ndocker push ${IMAGE}`],
      ['bash', 'gcloud auth configure-docker --quiet\ndocker push gcr.io/a-project-1/app:1'],
    ],
  ],
  ['a bucket elsewhere', ['3 COMMAND_RULE'], [['bash', `${BUCKET}\n${trigger('us-east5')}`]]],
  ['a bucket in the same place', [], [['bash', `${BUCKET}\n${trigger('us-central1')}`]]],
  ['an account that receives nothing', ['3 NAME_ACCESS_MISSING'], [['bash', `${ACCOUNT}\n${trigger('us-east5')}`]]],
  ['an account that receives events', [], [['bash', `${ACCOUNT}\n${RECEIVER}\n${trigger('us-east5')}`]]],
  ['a part of YAML, with a mark for the rest', [], [['yaml', 'spec:\n  ...\n  a: 1']]],
  ['a part of JSON', [], [['json', '{\n  ...,\n  "a": 1\n}']]],
  ['YAML that is broken all the same', ['3 FILE_SYNTAX'], [['yaml', 'spec:\n  a: b: c # ...']]],
  [
    'one platform loaded, or several pushed',
    [],
    [
      [
        'bash',
        'docker buildx build --platform=linux/amd64 --load --tag=a:1 .\ndocker buildx build --platform=linux/amd64,linux/arm64 --push --tag=a:1 .',
      ],
    ],
  ],
])('%s', (_, expected, blocks) => {
  expect(found(...blocks)).toEqual(expected)
})
