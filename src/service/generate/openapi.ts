import { stringify } from 'yaml'
import { predict } from '../model/predict.ts'
import { driftedBy } from './drift.ts'
import { exampleRow } from './example.ts'
import { requestSchema } from './json-schema.ts'
import { BATCH_ROWS, DRIFT_ROWS, type Service } from './service.ts'

/** The HTTP behaviour of a service, as the embedded fixture plays it: an OpenAPI document with examples. */
export function openapi(service: Service): string {
  const schemas = { Features: requestSchema(service.manifest), Batch: BATCH }
  const info = { title: service.title, version: '${APP_VERSION}' }
  const document = {
    openapi: '3.1.0',
    info,
    paths: { ...health(service), ...predictions(service), ...documents({ info, schemas }), ...metrics(service) },
    components: { schemas },
  }
  const text = stringify(document, { lineWidth: 120, aliasDuplicateObjects: false })
  return `# HTTP behaviour of the service, laptop/${service.id}/api, made with it. What it answers to another case than its\n# example is not modelled: only the model knows.\n${text}`
}

const BATCH = {
  type: 'object',
  properties: {
    rows: { type: 'array', items: { $ref: '#/components/schemas/Features' }, minItems: 1, maxItems: BATCH_ROWS },
  },
  required: ['rows'],
}

const json = (description: string, example: unknown) => ({
  description,
  content: { 'application/json': { example } },
})

const unauthorized = {
  401: {
    ...json('The key is missing or another.', { detail: 'the API key is needed' }),
    'x-unless': { '$request.header.authorization': 'Bearer ${API_KEY}' },
  },
}

const loading = {
  503: {
    ...json('The model is not loaded yet.', { detail: 'the model is loading' }),
    'x-until': '${MODEL_LOAD_DELAY:-0}',
  },
}

const health = ({ id, manifest }: Service) => ({
  '/health': {
    get: {
      summary: 'The process is up.',
      responses: { 200: json('It is.', { status: 'ok', service: id, version: '${APP_VERSION}' }) },
    },
  },
  '/health/ready': {
    get: {
      summary: 'The model is loaded.',
      responses: {
        200: json('It is.', { status: 'ready', model: manifest.model_sha256.slice(0, 12) }),
        ...loading,
      },
    },
  },
})

function predictions({ manifest, model }: Service) {
  const row = exampleRow(manifest)
  const answer = { ...predict(model, row), model: manifest.model_sha256.slice(0, 12) }
  const ask = (summary: string, asked: { schema: string; example: unknown; answer: unknown; counts: string }) => ({
    post: {
      summary,
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: `#/components/schemas/${asked.schema}` }, example: asked.example },
        },
      },
      responses: {
        200: json('What the model says.', asked.answer),
        ...unauthorized,
        422: json('A field is missing, unknown, or not what it may be; the answer names it.', {}),
        ...loading,
      },
      'x-counts': asked.counts,
      'x-example-only': true,
    },
  })
  return {
    '/predict': ask('One case.', { schema: 'Features', example: row, answer, counts: 'predictions' }),
    '/predict/batch': ask('Several cases.', {
      schema: 'Batch',
      example: { rows: Array.from({ length: DRIFT_ROWS }, () => row) },
      answer: { predictions: Array.from({ length: DRIFT_ROWS }, () => answer) },
      counts: 'batches',
    }),
  }
}

const documents = (described: { info: unknown; schemas: unknown }) => ({
  '/openapi.json': {
    get: {
      summary: 'This API, for programs.',
      responses: {
        200: json('The part of it that pages compare.', {
          openapi: '3.1.0',
          info: described.info,
          components: { schemas: described.schemas },
        }),
      },
    },
  },
  '/docs': {
    get: {
      summary: 'This API, for people.',
      responses: {
        200: {
          description: 'Swagger UI.',
          content: { 'text/html; charset=utf-8': { example: '<!DOCTYPE html>\n<div id="swagger-ui"></div>\n' } },
        },
      },
    },
  },
})

function metrics(service: Service) {
  if (!service.monitoring) return {}
  const example = metricsText(service)
  return {
    '/metrics': {
      get: {
        summary: 'Counters and drift, for Prometheus.',
        responses: {
          200: { description: 'Text format.', content: { 'text/plain; version=0.0.4': { example } } },
          ...unauthorized,
        },
      },
    },
  }
}

/** What the page asks of the metrics: counts, the threshold, and the drift of as many rows that are all the same. */
function metricsText({ manifest, model }: Service): string {
  const row = exampleRow(manifest)
  const { prediction } = predict(model, row)
  const value = typeof prediction === 'string' ? prediction : 'number'
  const drifted = driftedBy(row, manifest)
  const features = Object.keys(manifest.baseline.features)
  return [
    '# HELP model_predictions_total Predictions, by what was predicted.',
    '# TYPE model_predictions_total counter',
    `model_predictions_total{value=${JSON.stringify(value)}} {$counted/predictions}`,
    '# HELP model_drift_threshold PSI above which a feature has drifted.',
    '# TYPE model_drift_threshold gauge',
    `model_drift_threshold ${manifest.baseline.drift_threshold}`,
    '# HELP model_drifted 1 where the index is above the threshold.',
    '# TYPE model_drifted gauge',
    ...features.map(
      (name) => `{$counted/batches?model_drifted:# model_drifted}{feature="${name}"} ${drifted.includes(name) ? 1 : 0}`,
    ),
    '',
  ].join('\n')
}
