import { describe, expect, test } from 'vitest'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { loadToolsFor } from '#tools/load.ts'
import { compare, confirmedBy, type Verdict } from '../../../../../src/cli/runbook/live/destinations/compare.ts'
import { destinationsIn } from '../../../../../src/cli/runbook/live/destinations/find.ts'

const VALUES = { PROJECT: 'my-project', REGION: 'europe-west1', HOST: 'prod.example.com', OTHER: 'evil-project' }
const TYPES = { PROJECT: 'gcp-project-id', REGION: 'gcp-region', HOST: 'hostname', OTHER: 'text' } as const

const label = { es: 'x', en: 'x' }
const parameters = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]): [string, Parameter] => [name, { type, label, example: 'x' }]),
)
const inputs = Object.fromEntries(
  Object.entries(VALUES).map(([name, value]) => [name, { value, source: 'flag' as const, secret: false }]),
)
const confirmed = confirmedBy(inputs, { parameters, account: 'me@example.com' })

/** The worst that is said of a text. */
async function verdictOf(text: string): Promise<Verdict | 'none'> {
  const tools = await loadToolsFor([text])
  const found = destinationsIn(text, { tools, known: new Map(Object.entries(VALUES)) })
  const verdicts = found.map((one) => compare(one, confirmed))
  return verdicts.find((one) => one === 'other') ?? verdicts.find((one) => one === 'unclear') ?? verdicts[0] ?? 'none'
}

describe('another target', () => {
  test.each([
    'gcloud run deploy x --project=evil-project',
    'gcloud run deploy x --project evil-project',
    'gcloud run services list --project "evil-project"',
    'gcloud run deploy x --project="$OTHER"',
    'P=evil-project; gcloud run deploy x --project="$P"',
    'gcloud container clusters list --project=evil-project',
    'gcloud run deploy x --region us-east1',
    'gcloud storage buckets list --billing-project evil-project',
    'CLOUDSDK_CORE_PROJECT=evil-project gcloud run services list',
    'export CLOUDSDK_CORE_PROJECT=evil-project',
    'export CLOUDSDK_CORE_PROJECT="$OTHER"',
    'declare -x CLOUDSDK_CORE_PROJECT=evil-project',
    'env CLOUDSDK_CORE_PROJECT=evil-project gcloud run services list',
    'sudo CLOUDSDK_CORE_PROJECT=evil-project gcloud run services list',
    'CLOUDSDK_RUN_REGION=us-east1 gcloud run services list',
    'gcloud config set project evil-project',
    'gcloud config set core/project "$OTHER"',
    'gcloud config set run/region us-east1',
    'gcloud config set account you@example.com',
    'gcloud secrets versions access projects/evil-project/secrets/x/versions/1',
    'gcloud kms keys list --keyring=projects/evil-project/locations/europe-west1/keyRings/x',
    'gcloud pubsub topics delete projects/my-project/locations/us-east1/topics/x',
    'gcloud projects describe evil-project',
    'gcloud builds submit --tag europe-west1-docker.pkg.dev/evil-project/app/x:1',
    'docker push us-east1-docker.pkg.dev/my-project/app/x:1',
    'docker push gcr.io/evil-project/x:1',
    'gcloud run services list --account=you@example.com',
    'gcloud run services list --impersonate-service-account=sa@evil-project.iam.gserviceaccount.com',
    'ssh other.example.com uptime',
    'ssh -p 22 deploy@other.example.com uptime',
    'ssh -J jump.example.com "$HOST" uptime',
    'ssh -o HostName=other.example.com "$HOST" uptime',
    'scp x.txt deploy@other.example.com:/srv/',
    'rsync -a ./ other.example.com:/srv/',
    'rsync -a rsync://other.example.com/x ./',
    'sftp deploy@other.example.com',
    'git push ssh://git@other.example.com/x.git main',
    'git push git@other.example.com:x.git main',
    'git remote set-url origin git@other.example.com:x.git',
    'docker -H ssh://deploy@other.example.com ps',
    'docker --host=tcp://other.example.com:2376 rm x',
    'DOCKER_HOST=ssh://deploy@other.example.com docker rm x',
    'psql -h db.example.com -c "drop table x"',
    'PGHOST=db.example.com psql -c "drop table x"',
    'redis-cli -h cache.example.com flushall',
    'bash -c "gcloud run deploy x --project=evil-project"',
    'ssh "$HOST" "ssh other.example.com uptime"',
    'ssh "$HOST" <<END\nssh other.example.com uptime\nEND',
    'echo x | xargs gcloud run services delete --project=evil-project',
    'if true; then for x in 1 2; do gcloud run services delete $x --project=evil-project; done; fi',
    'echo "$(gcloud run services list --project=evil-project)"',
    'sudo -u deploy ssh other.example.com uptime',
  ])('%s', async (text) => {
    expect(await verdictOf(text)).toBe('other')
  })
})

describe('what cannot be told', () => {
  test.each([
    'gcloud run deploy x --project="$(cat project)"',
    'gcloud run deploy x --project="$UNKNOWN"',
    'read -r P; gcloud run deploy x --project="$P"',
    'export CLOUDSDK_CORE_PROJECT="$(cat project)"',
    'unset CLOUDSDK_CORE_PROJECT',
    'gcloud config unset project',
    'gcloud config configurations activate other',
    'CLOUDSDK_ACTIVE_CONFIG_NAME=other gcloud run services list',
    'gcloud run services list --configuration=other',
    'gcloud run services list --flags-file=flags.yaml',
    'gcloud run services list --impersonate-service-account=sa@my-project.iam.gserviceaccount.com',
    'gcloud auth activate-service-account --key-file=key.json',
    'docker context use other',
    'docker --context other ps',
    'DOCKER_CONTEXT=other docker ps',
    'kubectl --context=other get pods',
    'kubectl config use-context other',
    'KUBECONFIG=other kubectl get pods',
    'ssh "$UNKNOWN" uptime',
    'for h in a b; do ssh "$h" uptime; done',
    'scp x.txt "$UNKNOWN"',
    'git push origin main',
    'git push',
  ])('%s', async (text) => {
    expect(await verdictOf(text)).toBe('unclear')
  })
})

describe('the target of the run, or none', () => {
  test.each([
    'gcloud run deploy x --project="$PROJECT" --region="$REGION"',
    'P=$PROJECT; gcloud run deploy x --project="$P" --region=europe-west1',
    'export CLOUDSDK_CORE_PROJECT="$PROJECT"',
    'gcloud config set project "$PROJECT"',
    'gcloud storage buckets create gs://x --location=eu',
    'gcloud secrets describe "projects/$PROJECT/secrets/x"',
    'docker push "$REGION-docker.pkg.dev/$PROJECT/app/x:1"',
    'docker pull gcr.io/google-samples/hello-app:1.0',
    'ssh "deploy@$HOST" uptime',
    'ssh PROD.example.com uptime',
    'scp -r "deploy@$HOST:/srv/x" .',
    'rsync -a ./a ./b',
    'git push "deploy@$HOST:x.git" main',
    'docker -H unix:///var/run/docker.sock ps',
    'docker --context default ps',
    'DOCKER_HOST=unix:///run/docker.sock docker ps',
    'psql -h localhost -c "select 1"',
    'docker exec db psql -h db.internal -c "select 1"',
    'ssh localhost uptime',
    'echo "gcloud run deploy x --project=evil-project"',
    '# gcloud run deploy x --project=evil-project',
    'curl -fsS https://other.example.com/health',
  ])('%s', async (text) => {
    expect(['is', 'none']).toContain(await verdictOf(text))
  })
})

test('without a parameter of that kind nothing was confirmed, and it is asked about', async () => {
  const found = destinationsIn('ssh backup.example.com uptime', {
    tools: await loadToolsFor(['ssh']),
    known: new Map(),
  })
  const nothing = confirmedBy({}, { parameters: {}, account: undefined })
  expect(found.map((one) => compare(one, nothing))).toEqual(['unclear'])
})
