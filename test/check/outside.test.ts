import { expect, test } from 'vitest'
import { check } from '#check/check.ts'
import { loadAllFormats } from '#check/formats/load.ts'
import { KNOWN_COMMANDS } from '#check/known-commands.ts'
import { parsePlainPage } from '#document/plain.ts'
import { loadGrammarsFor, TOOLS } from '#grammar/load-tools.ts'

const FENCE = '```'
const surroundings = { grammars: await loadGrammarsFor(TOOLS), formats: await loadAllFormats() }

/** `line CODE` of what is found in a document that is no page, of these fences. */
function found(...blocks: [opening: string, text: string][]): string[] {
  const source = blocks.map(([opening, text]) => `${FENCE}${opening}\n${text}\n${FENCE}\n`).join('\n')
  const { page, findings } = parsePlainPage({ file: 'a.md', source, commands: KNOWN_COMMANDS })
  return [...findings, ...check(page ? [page] : [], surroundings)].map(
    ({ code, place }) => `${place.start.line} ${code}`,
  )
}

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
