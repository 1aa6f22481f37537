import { expect, test } from 'vitest'
import { gcloudRefusals } from '#tools/gcloud/refusals.ts'
import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import { type GrammarWord, knownWords } from '#tools/match/word.ts'

const gcloud = await loadGrammar('gcloud')

/** The problems of a line, one a line: kind, position, and what it is about; a suggestion that is certain stands twice. */
const problems = (line: string): string[] => problemsOf(knownWords(line.split(' ').filter(Boolean)))

const problemsOf = (words: readonly GrammarWord[]): string[] => {
  const match = matchCommand(gcloud, words)
  return [...match.problems, ...gcloudRefusals(match)].map((problem) => {
    const { kind, index, ...rest } = problem
    return `${kind}@${index} ${JSON.stringify(Object.values(rest))}`
  })
}

test.each([
  ['run deploy x --image=a --regoin=y', 'unknown-flag@4 ["--regoin","--region","--region"]'],
  ['run deploy x --imag=a --image=b', 'unknown-flag@3 ["--imag","--image","--image"]'],
  ['run deploi x', 'unknown-command@1 ["deploi",["run"],"deploy","deploy"]'],
  ['rnu deploy x', 'unknown-command@0 ["rnu",[],"run"]'],
  ['compute instances list', 'omitted-command@1 ["instances",["compute"]]'],
  ['run', 'missing-command@0 [["run"]]'],
  ['run deploy x --image', 'missing-value@3 ["--image"]'],
  ['run deploy x --image --region=europe-west1', 'missing-value@3 ["--image"]'],
  ['run deploy x --image=a --quiet=yes', 'unexpected-value@4 ["--quiet","yes"]'],
  ['run deploy x y --image=z', 'unexpected-argument@3 ["y"]'],
  [
    'run deploy x --image=a --ingress=foo',
    'bad-choice@4 ["--ingress","foo",["all","internal","internal-and-cloud-load-balancing"]]',
  ],
  ['run deploy x --image=a --timeout=abc', 'bad-value@4 ["--timeout","abc","duration"]'],
  ['run deploy x --image=a --set-env-vars=A', 'bad-value@4 ["--set-env-vars","A","map"]'],
  ['artifacts repositories list --limit=x', 'bad-value@3 ["--limit","x","integer"]'],
  ['secrets create', 'missing-positional@1 ["SECRET"]'],
  ['artifacts repositories create x --location=europe-west1', 'missing-flag@2 [["--repository-format"]]'],
  ['builds submit --tag=a --config=b .', 'exclusive@3 ["--config",["--tag","--config","--pack"]]'],
  ['run deploy x --image=a --image=b', 'duplicate@4 ["--image"]'],
])('%s', (line, problem) => {
  expect(problems(line)).toEqual([problem])
})

test.each([
  'run deploy x --image a -q --no-allow-unauthenticated --memory 2Gi --cpu 2 --port 8080 --region europe-west1',
  '--project=my-project run services update-traffic x --to-revisions=a=60,b=40 --region=europe-west1',
  'projects add-iam-policy-binding p --member=user:a@example.com --role=roles/viewer --condition=None',
  'services enable run.googleapis.com sqladmin.googleapis.com',
  'run deploy x --image=a --set-env-vars=^##^A=1,2##B=3',
  'run services update-traffic x --to-revisions=LATEST=100 --region=europe-west1',
  'storage cp a b gs://bucket',
  'run deploy --help --nonsense',
  'secrets versions access latest --secret=a',
  'secrets versions access projects/p/secrets/a/versions/latest',
  'sql backups restore projects/p/backups/b --restore-instance=a --no-deletion-protection --async',
])('accepts %s', (line) => {
  expect(problems(line)).toEqual([])
})

test.each([
  ['run deploy x --image=a --memory=2Gigs', 'memory-size'],
  ['run deploy x --image=a --memory=64Mi', 'memory-size'],
  ['run deploy x --image=a --cpu=3', 'cpu-count'],
  ['run deploy x --image=a --cpu=1 --memory=8Gi', 'cpu-and-memory'],
  ['run deploy x --image=a --port=70000', 'port-range'],
  ['run deploy x --image=a --port=abc', 'port-range'],
  ['run deploy x --image=a --concurrency=x', 'concurrency'],
  ['run deploy x --image=a --timeout=2h', 'request-timeout'],
  ['run deploy x --image=a --min-instances=a', 'instance-count'],
  ['run deploy x --image=a --set-secrets=A=b', 'secret-version'],
  ['run deploy x --image=a --set-env-vars=PORT=1', 'reserved-variable'],
  ['run deploy x --image=a --source=.', 'image-and-source'],
  ['run deploy x', 'image-needed'],
  ['run deploy Agent_1 --image=a', 'service-name'],
  ['run deploy x --image=a --region=europe-west-1', 'region'],
  ['run services update-traffic x --to-revisions=a=60,b=60', 'traffic-split'],
  ['run services update-traffic x --to-revisions=a=x', 'traffic-split'],
  ['sql backups create --instance=p:europe-west1:a', 'sql-instance'],
  ['secrets versions access latest', 'secret-of-version'],
  ['secrets create a --replication-policy=foo', 'replication-policy'],
  ['projects add-iam-policy-binding p --member=foo --role=roles/x', 'principal'],
  ['pubsub topics add-iam-policy-binding t --member=foo --role=roles/x', 'principal'],
  ['pubsub subscriptions add-iam-policy-binding s --member=user:a@example.com --role=viewer', 'role'],
  ['projects add-iam-policy-binding p --member=user:a@example.com --role=viewer', 'role'],
  ['iam service-accounts create ab', 'service-account-name'],
  ['artifacts repositories create a_b --repository-format=docker', 'repository-name'],
  ['artifacts repositories create ab --repository-format=dokcer', 'repository-format'],
  ['services enable run', 'service-name'],
])('%s breaks the rule %s', (line, rule) => {
  const match = matchCommand(gcloud, knownWords(line.split(' ')))
  expect(match.problems).toEqual([])
  expect(gcloudRefusals(match).map((problem) => problem.kind === 'rule' && problem.rule)).toEqual([rule])
})

test('what only a run can tell is never at fault', () => {
  const words = ['run', 'deploy', undefined, '--image', undefined].map((value) => ({ value }))
  expect(problemsOf([...words, { value: undefined, prefix: '--region=' }])).toEqual([])
})

test('the name of a flag is known where its value is not', () => {
  const words: GrammarWord[] = [
    ...knownWords(['run', 'deploy', 'x', '--image=a']),
    { value: undefined, prefix: '--regoin=' },
  ]
  expect(problemsOf(words)).toEqual(['unknown-flag@4 ["--regoin","--region","--region"]'])
})

test('nothing is missing where a word may become several', () => {
  const words: GrammarWord[] = [...knownWords(['secrets', 'create']), { value: undefined, open: true }]
  expect(problemsOf(words)).toEqual([])
})

test('every flag of the grammar that needs a value is refused without one', () => {
  const command = gcloud.root.commands?.run?.commands?.deploy
  const flags = (command?.flags ?? []).filter((flag) => flag.value !== undefined && !flag.optionalValue)
  expect(flags.length).toBeGreaterThan(60)
  for (const flag of flags) {
    const found = matchCommand(gcloud, knownWords(['run', 'deploy', 'x', flag.names[0] as string]))
    expect(found.problems.map(({ kind }) => kind)).toContain('missing-value')
  }
})

const RUN = 'run deploy x --region=europe-west1 --no-allow-unauthenticated'

test.each([
  `${RUN} --container=app --image=a --port=8080 --container=otel --image=b --cpu=1 --memory=512Mi`,
  `${RUN} --container app --image a --port 8080 --container otel --image b`,
  `${RUN} --container=app --image=a --port=80 --set-env-vars=A=b --container=b --image=b --clear-env-vars`,
  `${RUN} --container=app --image=a --memory=16Gi --cpu=4 --port=80 --container=b --image=b --memory=512Mi --cpu=1`,
  `${RUN} --container=app --source=. --port=80 --container=b --image=b`,
  `${RUN} --concurrency=1 --container=app --image=a --cpu=0.5`,
  'run services update x --region=europe-west1 --container=app --image=a --container=otel --image=b',
  'run jobs deploy x --region=europe-west1 --container=app --image=a --container=otel --image=b',
])('flags of a container stand once for each container: %s', (line) => {
  expect(problems(line)).toEqual([])
})

test.each([
  [`${RUN} --container=app --image=a --image=b`, ['duplicate@7 ["--image"]']],
  [`${RUN} --container=app --image=a --container=app --image=b`, ['duplicate@8 ["--image"]']],
  [`${RUN} --image=a --image=b`, ['duplicate@6 ["--image"]']],
  [
    `${RUN} --container=app --image=a --project=my-project`,
    ['rule@7 ["container-flags-only","unrecognized arguments: --project (it stands after --container)",2]'],
  ],
  [
    'run deploy --region=europe-west1 --no-allow-unauthenticated --container=app --image=a x',
    ['rule@6 ["container-flags-only","unrecognized arguments: x (it stands after --container)",2]'],
  ],
  [
    `${RUN} --image=a --container=app --image=b`,
    ['rule@5 ["container-flags-after","When --container is specified --image must be specified after --container.",2]'],
  ],
  [
    `${RUN} --container=app --image=a --port=80 --container=b --image=b --port=81`,
    [
      'rule@5 ["container-ingress","Invalid value for [--container]: Exactly one container must specify --port or --use-http2",1]',
    ],
  ],
])('what gcloud refuses of several containers: %s', (line, expected) => {
  expect(problems(line)).toEqual(expected)
})

test.each([
  ['projects add-iam-policy-binding p --role=roles/run.invoker --member=', 'serviceAccount:'],
  ['run deploy x --image=gcr.io/p/x --region=europe-west1 --service-account=', ''],
  ['run deploy x --source=. --region=europe-west1 --build-service-account=', 'projects/p/serviceAccounts/'],
])('%s names a service account there can be', (line, prefix) => {
  const told = (account: string) => problems(`${line}${prefix}${account}`).filter((one) => one.includes('account'))
  expect(told('app@p.iam.sgerviceaccount.com')).toHaveLength(1)
  expect(told('app@p.iam.sgerviceaccount.com')[0]).toContain('app@p.iam.sgerviceaccount.com does not exist.')
  for (const account of ['app@p.iam.gserviceaccount.com', '1-compute@developer.gserviceaccount.com', '${ACCOUNT}'])
    expect(told(account)).toEqual([])
})
