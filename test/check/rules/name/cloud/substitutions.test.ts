import { expect, test } from 'vitest'
import { fence, found, step } from '../../../page.ts'

const REPOSITORY = 'europe-west1-docker.pkg.dev'
const FILE = fence(
  'yaml file=cloudbuild.yaml',
  `steps:
  - name: gcr.io/cloud-builders/docker
    # \${_COMMENTED} is not used
    args: [build, '--tag=${REPOSITORY}/$PROJECT_ID/repo/app:\${_TAG}', .]
images:
  - ${REPOSITORY}/$PROJECT_ID/repo/app:\${_TAG}`,
)
const PUSHED_BY_STEP = fence(
  'yaml file=cloudbuild.yaml',
  `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, '--tag=${REPOSITORY}/$PROJECT_ID/repo/app:\${_TAG}', .]
  - name: gcr.io/cloud-builders/docker
    args: [push, '${REPOSITORY}/$PROJECT_ID/repo/app:\${_TAG}']`,
)
const ENABLE = step(
  'gcloud services enable run.googleapis.com artifactregistry.googleapis.com cloudbuild.googleapis.com',
  '',
  'enable',
)
const CREATE = step(
  'gcloud artifacts repositories create repo --repository-format=docker --location=europe-west1',
  '',
  'repository',
)
const submit = (flags: string) => step(`gcloud builds submit . --config=cloudbuild.yaml ${flags}`, '', 'submit')
const deploy = (tag: string) =>
  step(
    `gcloud run deploy app --image="${REPOSITORY}/$GCP_PROJECT_ID/repo/app:${tag}" --region=europe-west1 --no-allow-unauthenticated`,
    '',
    'deploy',
  )
/** The codes of a page that builds and deploys, without their places. */
const codes = (...blocks: readonly string[]) =>
  found(ENABLE, CREATE, ...blocks).map((line) => line.replace(/^\S+ /, ''))

test.each<[string, string, string, string, string[]]>([
  ['all agree', FILE, '--substitutions=_TAG=v1', 'v1', []],
  ['another tag deployed', FILE, '--substitutions=_TAG=v1', 'v2', ['NAME_IMAGE_NOT_PUSHED']],
  [
    'a variable misspelt',
    FILE,
    '--substitutions=_TGA=v1',
    'v1',
    ['NAME_SUBSTITUTION_MISSING', 'NAME_SUBSTITUTION_UNUSED'],
  ],
  ['one too many', FILE, '--substitutions=_TAG=v1,_OTHER=x', 'v1', ['NAME_SUBSTITUTION_UNUSED']],
  ['only named in a comment', FILE, '--substitutions=_TAG=v1,_COMMENTED=x', 'v1', ['NAME_SUBSTITUTION_UNUSED']],
  [
    'another in the file',
    FILE.replaceAll('_TAG', '_TAGS'),
    '--substitutions=_TAG=v1',
    'v1',
    ['NAME_SUBSTITUTION_MISSING', 'NAME_SUBSTITUTION_UNUSED'],
  ],
  ['a default of the file', FILE.replace('images:', 'substitutions: { _TAG: v1 }\nimages:'), '', 'v1', []],
  [
    'another default deployed',
    FILE.replace('images:', 'substitutions: { _TAG: v2 }\nimages:'),
    '',
    'v1',
    ['NAME_IMAGE_NOT_PUSHED'],
  ],
  [
    'loose on purpose',
    FILE.replace('images:', 'options: { substitutionOption: ALLOW_LOOSE }\nimages:'),
    '--substitutions=_TAG=v1,_OTHER=x',
    'v1',
    [],
  ],
  ['another delimiter', FILE, '--substitutions=^;^_TAG=v1', 'v9', []],
  [
    'a builder that may push anything',
    FILE.replace('cloud-builders/docker', 'kaniko-project/executor'),
    '--substitutions=_TAG=v1',
    'v9',
    [],
  ],
  ['pushed by a step', PUSHED_BY_STEP, '--substitutions=_TAG=v1', 'v1', []],
])('%s', (_, file, flags, tag, expected) => {
  const marks = codes(file, submit(flags), deploy(tag)).filter((code) => code.startsWith('NAME_'))
  expect(marks).toEqual(expected)
})

test('names the word that gives a variable, and the line that uses it', () => {
  const all = found(ENABLE, CREATE, FILE, submit('--substitutions=_TGA=v1'))
  expect(all.filter((line) => line.includes('NAME_SUBSTITUTION'))).toEqual([
    '19:49 NAME_SUBSTITUTION_MISSING',
    '19:49 NAME_SUBSTITUTION_UNUSED',
  ])
})
