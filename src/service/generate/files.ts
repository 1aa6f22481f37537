import { stringify } from 'yaml'
import { predict } from '../model/predict.ts'
import { hashOf } from '../model/read.ts'
import { badRow, exampleRow } from './example.ts'
import { requestSchema } from './json-schema.ts'
import { sectionsOf } from './page/page.ts'
import { pythonSchemas } from './python-schemas.ts'
import { BATCH_ROWS, DRIFT_ROWS, type MadeFile, type Service } from './service.ts'

/**
 * The files of a service besides its deployment manifest, by path from its root. `template` are those that are the same
 * in every service: they read what is different from settings.yaml and deployment_manifest.json.
 */
export function serviceFiles(service: Service, template: readonly MadeFile[], runbook: string): MadeFile[] {
  return [
    ...template,
    { path: 'api/schemas.py', text: pythonSchemas(service.manifest) },
    { path: 'compose.yaml', text: compose(service) },
    { path: 'settings.yaml', text: settings(service) },
    { path: 'model/model.json', text: service.modelText },
    { path: 'model/SHA256SUMS', text: `${service.manifest.model_sha256}  model/model.json\n` },
    { path: 'tests/case.json', text: testCase(service) },
    { path: 'runbook.md', text: runbook },
  ]
}

const compose = ({
  id,
}: Service): string => `# One container, reached from this machine only: whatever faces the internet is a proxy in front of it.
name: ${id}

services:
  api:
    # The version is given at each start: another one here is what goes out, and going back is the one before.
    image: ${id}:\${VERSION:?}
    restart: unless-stopped
    env_file: .env
    # PORT is of this machine. Inside it is always 8000, where the health check asks.
    ports: ["127.0.0.1:\${PORT:-8000}:8000"]
    mem_limit: 512m
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    logging:
      driver: json-file
      options: { max-size: 10m, max-file: "5" }
`

const settings = ({
  title,
  cors,
  monitoring,
  manifest,
}: Service): string => `# What an operator may change. The key is not here: API_KEY, in .env.
title: ${stringify(title, { lineWidth: 0 }).trimEnd()}
log_level: INFO
# Origins of web pages that may call from a browser. None: nobody's.
cors_origins: ${JSON.stringify(cors)}
limits:
  body_bytes: 1048576
  # Of each container, with a burst of as many.
  requests_per_minute: 600
monitoring:
  enabled: ${monitoring}
  # Population stability index above which a feature has drifted from the training.
  drift_threshold: ${manifest.baseline.drift_threshold}
  window_rows: ${BATCH_ROWS}
  minimum_rows: ${DRIFT_ROWS}
`

/** A case, and what the model said of it when the service was made: its tests hold the service to it. */
function testCase({ manifest, model }: Service): string {
  const request = exampleRow(manifest)
  const { row, field, type } = badRow(manifest)
  return `${JSON.stringify({ request, answer: predict(model, request), refused: { request: row, field, type } }, null, 2)}\n`
}

/** `deployment_manifest.json`: what was deployed, from what; and the hashes of what was made, by which edits are told. */
export function deploymentManifest(service: Service, made: Readonly<Record<string, string>>): string {
  const { manifest } = service
  const { library_versions } = manifest
  const facts = {
    service: service.id,
    title: service.title,
    version: service.version,
    model: {
      path: 'model/model.json',
      sha256: manifest.model_sha256,
      type: manifest.model_type,
      metrics: manifest.metrics,
      library_versions,
      baseline: manifest.baseline.features,
    },
    request_schema: requestSchema(manifest),
    output: manifest.output_schema,
    runbook_sections: sectionsOf(service),
    made,
  }
  return `${JSON.stringify({ ...facts, hash: hashOf(JSON.stringify(facts)) }, null, 2)}\n`
}
