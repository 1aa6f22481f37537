import type { Json, JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Project } from '../state.ts'
import { hashedHost, serviceUrl, tagUrl } from './address.ts'
import { latestCreated, latestReady, type Revision, type RunService, type Template } from './service-state.ts'

/** A service as the API answers it (serving.knative.dev/v1). */
export const serviceJson = (project: Project, service: RunService): JsonObject => {
  const created = latestCreated(service)
  return {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: {
      annotations: {
        'run.googleapis.com/custom-audiences':
          service.customAudiences.length > 0 ? JSON.stringify(service.customAudiences) : undefined,
        'run.googleapis.com/description': service.description || undefined,
        'run.googleapis.com/ingress': service.ingress,
        'run.googleapis.com/ingress-status': service.ingress,
        'run.googleapis.com/urls': JSON.stringify([
          serviceUrl(project, service),
          `https://${hashedHost(project, service)}`,
        ]),
        'serving.knative.dev/creator': service.creator,
        'serving.knative.dev/lastModifier': created?.creator ?? service.creator,
      },
      creationTimestamp: iso(service.createdAt),
      generation: service.generation,
      labels: { ...service.labels, 'cloud.googleapis.com/location': service.region },
      name: service.name,
      namespace: project.number,
      selfLink: `/apis/serving.knative.dev/v1/namespaces/${project.number}/services/${service.name}`,
      uid: uuid(`${service.region}/${service.name}`),
    },
    spec: {
      template: created ? { metadata: templateMetadata(created), spec: templateSpec(created.template) } : undefined,
      traffic: service.traffic.map(({ revision, percent, tag }) => ({
        latestRevision: revision === undefined || undefined,
        percent: percent || undefined,
        revisionName: revision,
        tag,
      })),
    },
    status: status(project, service),
  }
}

const status = (project: Project, service: RunService): JsonObject => ({
  address: { url: serviceUrl(project, service) },
  conditions: ['Ready', 'ConfigurationsReady', 'RoutesReady'].map((type) => condition(type, service)),
  latestCreatedRevisionName: latestCreated(service)?.name,
  latestReadyRevisionName: latestReady(service)?.name,
  observedGeneration: service.generation,
  traffic: service.traffic.map(({ revision, percent, tag }) => ({
    latestRevision: revision === undefined || undefined,
    percent: percent || undefined,
    revisionName: revision ?? latestReady(service)?.name,
    tag,
    url: tag === undefined ? undefined : tagUrl(project, service, tag),
  })),
  url: serviceUrl(project, service),
})

const condition = (type: string, service: RunService): JsonObject => {
  const at = iso(latestCreated(service)?.createdAt ?? service.createdAt)
  if (service.failure === undefined || type === 'RoutesReady') return { lastTransitionTime: at, status: 'True', type }
  return { lastTransitionTime: at, message: service.failure, reason: 'RevisionFailed', status: 'False', type }
}

const templateMetadata = ({ name, template }: Revision): JsonObject => ({
  annotations: {
    'autoscaling.knative.dev/maxScale': template.maxInstances === undefined ? undefined : String(template.maxInstances),
    'autoscaling.knative.dev/minScale': template.minInstances === undefined ? undefined : String(template.minInstances),
    'run.googleapis.com/cloudsql-instances': template.cloudSql.join(',') || undefined,
    'run.googleapis.com/cpu-throttling': template.cpuThrottling ? undefined : 'false',
    'run.googleapis.com/execution-environment': template.executionEnvironment,
    'run.googleapis.com/startup-cpu-boost': String(template.cpuBoost),
  },
  labels: Object.keys(template.labels).length > 0 ? template.labels : undefined,
  name,
})

const templateSpec = (template: Template): JsonObject => ({
  containerConcurrency: template.concurrency,
  containers: [
    {
      args: template.args.length > 0 ? template.args : undefined,
      command: template.command.length > 0 ? template.command : undefined,
      env: Object.keys(template.env).length > 0 ? Object.entries(template.env).map(envJson) : undefined,
      image: template.image,
      ports: [{ containerPort: template.port, name: 'http1' }],
      resources: { limits: { cpu: template.cpu, memory: template.memory } },
    },
  ],
  serviceAccountName: template.serviceAccount,
  timeoutSeconds: template.timeoutSeconds,
})

const envJson = ([name, source]: [string, Template['env'][string]]): Json =>
  source.kind === 'literal'
    ? { name, value: source.value }
    : { name, valueFrom: { secretKeyRef: { key: source.version, name: source.secret } } }

/** A revision as the API answers it. */
export const revisionJson = (project: Project, service: RunService, revision: Revision): JsonObject => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Revision',
  metadata: {
    ...(templateMetadata(revision) as object),
    creationTimestamp: iso(revision.createdAt),
    labels: {
      ...revision.template.labels,
      'cloud.googleapis.com/location': service.region,
      'serving.knative.dev/service': service.name,
    },
    name: revision.name,
    namespace: project.number,
    selfLink: `/apis/serving.knative.dev/v1/namespaces/${project.number}/revisions/${revision.name}`,
  },
  spec: templateSpec(revision.template),
  status: {
    conditions: [
      revision.failure === undefined
        ? { status: 'True', type: 'Ready' }
        : { message: revision.failure, reason: 'ContainerMissing', status: 'False', type: 'Ready' },
    ],
    imageDigest:
      revision.imageDigest && `${revision.template.image.replace(/(@.*|:[^/:]*)$/, '')}@${revision.imageDigest}`,
  },
})
