import { predict } from '../../model/predict.ts'
import { driftedBy } from '../drift.ts'
import { badRow, exampleRow } from '../example.ts'
import { DRIFT_ROWS, type Service } from '../service.ts'

/** A block of bash that is a step, with what must be seen after it. */
const step = (meta: string, text: string, expected?: string): string =>
  `\`\`\`bash ${meta}\n${text}\n\`\`\`${expected === undefined ? '' : `\n\n${expected}`}`
const whole = (text: string): string => `\`\`\`text expect=whole\n${text}\n\`\`\``
const regex = (text: string): string => `\`\`\`text expect=regex\n${text}\n\`\`\``
const json = (value: unknown): string => `\`\`\`json expect=json\n${JSON.stringify(value, null, 2)}\n\`\`\``
const file = (name: string, value: unknown): string =>
  `\`\`\`json file=${name}\n${JSON.stringify(value, null, 2)}\n\`\`\``

const AT = 'http://127.0.0.1:$PORT'
/** The key goes in by standard input: arguments are for everybody to see. */
const KEY = "sed -n 's/^API_KEY=/Authorization: Bearer /p' .env |"

/** The blocks of a service's page by the ids of their steps: the same in every language. */
export function blocksOf(service: Service): Readonly<Record<string, string>> {
  return {
    ...starting(service),
    ...trying(service),
    ...watching(service),
    ...trial(service),
    ...changing(service),
    ...ending(),
  }
}

const starting = ({ id, manifest }: Service) => ({
  build: step(
    'step=build effect=create timeout=10m',
    `docker build --build-arg=APP_VERSION="$VERSION" --tag="${id}:$VERSION" .\ndocker image ls --format='{{.Repository}}:{{.Tag}}' "${id}:$VERSION"`,
    whole(`${id}:$VERSION`),
  ),
  'write-key': step(
    'step=write-key effect=create',
    `touch .env
chmod 600 .env
if ! grep -q '^API_KEY=.' .env; then
  printf 'API_KEY=%s\\n' "$(openssl rand -hex 24)" >>.env
fi`,
  ),
  'check-key': step(
    'step=check-key effect=read',
    "grep -cE '^API_KEY=.{32,}$' .env\nfind .env -perm 600",
    whole('1\n.env'),
  ),
  start: step('step=start effect=update timeout=3m', 'docker compose up --detach --wait --wait-timeout 60'),
  'check-health': step(
    'step=check-health effect=read',
    `curl -fsS --max-time 5 "${AT}/health"`,
    json({ status: 'ok', service: id, version: '$VERSION' }),
  ),
  'check-speed': step(
    'step=check-speed effect=read',
    `for _ in 1 2 3 4 5; do
  curl -fsS --max-time 5 --output /dev/null --write-out '%{time_total}\\n' "${AT}/health"
done | awk '$1 < 0.1 { fast = 1 } END { print fast ? "under 100 ms" : "slow" }'`,
    whole('under 100 ms'),
  ),
  'check-ready': step(
    'step=check-ready effect=read',
    `curl -fsS --max-time 5 "${AT}/health/ready"`,
    json({ status: 'ready', model: manifest.model_sha256.slice(0, 12) }),
  ),
  'check-memory': step(
    'step=check-memory effect=read',
    `docker stats --no-stream --format='{{.MemUsage}}' ${id}-api-1`,
    regex('^[0-9.]+MiB / 512MiB$'),
  ),
})

function trying({ manifest, model }: Service) {
  const row = exampleRow(manifest)
  const { row: bad, field, type } = badRow(manifest)
  return {
    'request-file': file('request.json', row),
    predict: step(
      'step=predict effect=update',
      `${KEY}\n  curl -fsS --max-time 10 --header @- --json @request.json "${AT}/predict"`,
      json({ ...predict(model, row), model: manifest.model_sha256.slice(0, 12) }),
    ),
    'bad-request-file': file('bad-request.json', bad),
    'predict-bad': step(
      'step=predict-bad effect=read',
      `${KEY}
  curl -sS --max-time 10 --header @- --json @bad-request.json --write-out '\\n%{http_code}\\n' "${AT}/predict" |
  jq -c 'if type == "number" then . else .detail[] | {field: .loc[-1], type} end'`,
      whole(`${JSON.stringify({ field, type })}\n422`),
    ),
    'refuse-without-key': step(
      'step=refuse-without-key effect=read',
      `curl -sS --max-time 10 --json @request.json --output /dev/null --write-out '%{http_code}\\n' "${AT}/predict"`,
      whole('401'),
    ),
    'check-description': step(
      'step=check-description effect=create',
      `curl -fsS --max-time 10 --output openapi.json "${AT}/openapi.json"
jq -n --slurpfile served openapi.json --slurpfile made deployment_manifest.json '
  def shape: {properties: (.properties | map_values(del(.title))), required: (.required // [] | sort)};
  ($served[0].components.schemas.Features | shape) == ($made[0].request_schema | shape)'`,
      whole('true'),
    ),
    'check-docs': step(
      'step=check-docs effect=read',
      `curl -fsS --max-time 10 "${AT}/docs" | grep -o 'id="swagger-ui"'`,
      whole('id="swagger-ui"'),
    ),
    'check-runbook': step(
      'step=check-runbook effect=read',
      `sed -n 's/^## //p' runbook.md |
  jq -R . |
  jq -cs --slurpfile made deployment_manifest.json '$made[0].runbook_sections - .'`,
      whole('[]'),
    ),
  }
}

const watching = ({ manifest }: Service) => ({
  'count-predictions': step(
    'step=count-predictions effect=update',
    `count() {
  ${KEY}
    curl -fsS --max-time 10 --header @- "${AT}/metrics" |
    awk '/^model_predictions_total/ { total += $NF } END { print total + 0 }'
}
before=$(count)
${KEY}
  curl -fsS --max-time 10 --header @- --json "$(jq -c .request tests/case.json)" --output /dev/null "${AT}/predict"
if [ "$(count)" -gt "$before" ]; then echo counted; fi`,
    whole('counted'),
  ),
  'read-threshold': step(
    'step=read-threshold effect=read',
    `${KEY}
  curl -fsS --max-time 10 --header @- "${AT}/metrics" |
  grep '^model_drift_threshold'`,
    whole(`model_drift_threshold ${manifest.baseline.drift_threshold}`),
  ),
  'list-drifted': step(
    'step=list-drifted effect=read',
    `${KEY}
  curl -fsS --max-time 10 --header @- "${AT}/metrics" |
  awk '/^model_drifted\\{/ && $NF == 1'`,
  ),
})

const TRIAL = 'http://127.0.0.1:$TRIAL_PORT'

const trial = (service: Service) => ({
  'start-trial': step(
    'step=start-trial effect=create',
    `docker run --detach --name ${service.id}-trial --env-file .env --env MODEL_LOAD_DELAY=20 \\
  --publish "127.0.0.1:$TRIAL_PORT:8000" "${service.id}:$VERSION"`,
  ),
  'check-alive': step(
    'step=check-alive effect=read timeout=2m',
    `curl -fsS --max-time 5 --retry 15 --retry-delay 1 --retry-all-errors --output /dev/null --write-out '%{http_code}\\n' \\
  "${TRIAL}/health"`,
    whole('200'),
  ),
  'check-not-ready': step(
    'step=check-not-ready effect=read',
    `curl -sS --max-time 5 --output /dev/null --write-out '%{http_code}\\n' "${TRIAL}/health/ready"`,
    whole('503'),
  ),
  'wait-ready': step(
    'step=wait-ready effect=read timeout=3m',
    `curl -fsS --max-time 5 --retry 60 --retry-delay 1 --retry-all-errors --output /dev/null --write-out '%{http_code}\\n' \\
  "${TRIAL}/health/ready"`,
    whole('200'),
  ),
  'predict-batch': step(
    'step=predict-batch effect=update',
    `jq '{rows: [range(${DRIFT_ROWS}) as $n | .request]}' tests/case.json >batch.json
${KEY}
  curl -fsS --max-time 30 --header @- --json @batch.json "${TRIAL}/predict/batch" |
  jq '.predictions | length'`,
    whole(String(DRIFT_ROWS)),
  ),
  ...drift(service),
  'remove-trial': step(
    'step=remove-trial effect=delete',
    `docker rm --force ${service.id}-trial`,
    whole(`${service.id}-trial`),
  ),
})

/** Only where the metrics are, and where so many cases that are the same are unlike the training. */
function drift({ monitoring, manifest }: Service): Record<string, string> {
  const [drifted] = driftedBy(exampleRow(manifest), manifest)
  if (!monitoring || drifted === undefined) return {}
  const text = `${KEY}
  curl -fsS --max-time 10 --header @- "${TRIAL}/metrics" |
  grep '^model_drifted{feature="${drifted}"}' |
  awk '{ print $NF + 0 }'`
  return { 'see-drift': step('step=see-drift effect=read', text, whole('1')) }
}

const changing = ({ id }: Service) => ({
  'check-previous': step(
    'step=check-previous effect=read',
    `curl -fsS --max-time 5 "${AT}/health"`,
    json({ version: '$PREVIOUS_VERSION' }),
  ),
  'build-new': step(
    'step=build-new effect=create timeout=10m',
    `docker build --build-arg=APP_VERSION="$VERSION" --tag="${id}:$VERSION" .`,
  ),
  release: step('step=release effect=update timeout=3m', 'docker compose up --detach --wait --wait-timeout 60'),
  'check-release': step(
    'step=check-release effect=read',
    `curl -fsS --max-time 5 "${AT}/health"`,
    json({ status: 'ok', version: '$VERSION' }),
  ),
  'check-image': step(
    'step=check-image effect=read',
    `docker image ls --format='{{.Repository}}:{{.Tag}}' "${id}:$PREVIOUS_VERSION"`,
    whole(`${id}:$PREVIOUS_VERSION`),
  ),
  'roll-back': step(
    'step=roll-back effect=update timeout=3m',
    'VERSION="$PREVIOUS_VERSION" docker compose up --detach --wait --wait-timeout 60',
  ),
  'check-roll-back': step(
    'step=check-roll-back effect=read',
    `curl -fsS --max-time 5 "${AT}/health"`,
    json({ status: 'ok', version: '$PREVIOUS_VERSION' }),
  ),
})

const ending = () => ({
  stop: step('step=stop effect=delete timeout=2m', 'VERSION=none docker compose down --timeout 20'),
  'check-stopped': step(
    'step=check-stopped effect=read exit=7',
    `curl -fsS --max-time 5 --output /dev/null "${AT}/health"`,
  ),
  'remove-files': step(
    'step=remove-files effect=delete',
    'rm -f .env request.json bad-request.json batch.json openapi.json',
  ),
})
