import { REPO } from './cloud.ts'

const DEPLOY = `run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x`
const SA = 'night-jobs@my-project.iam.gserviceaccount.com'
/** What the first backup of the world is called by its instance, and the work that makes it by its project. */
const [BACKUP, OPERATION] = ['1768471200000', '6c495096-418f-baa6-408a-3f273837f450']
const TRIGGER = `--region=europe-west1 --repository=projects/my-project/locations/europe-west1/connections/github/repositories/agent --tag-pattern=^1 --build-config=cloudbuild.yaml --service-account=projects/my-project/serviceAccounts/${SA}`
const EVENT = '--event-filters=type=google.cloud.pubsub.topic.v1.messagePublished'

/** How a declared resource is tried. */
export interface Case {
  /** Lines before it can be made, or that make it where nothing declared does. */
  before?: readonly string[]
  /** What follows each of its commands. */
  lines: Readonly<Record<string, string>>
  /** What describe shows of it, and after the update. */
  shows?: string
  updated?: string
  /** What a list shows. */
  listed: string
  /** What describe says once it is gone, or of one that never was. */
  missing?: { line?: string; says: string }
  /** Who may not read it may read its policy: the emulator asks for nothing. */
  openPolicy?: boolean
}

const iam = (name: string, role: string, flags = ''): Record<string, string> => {
  const binding = `${name} ${flags} --member=user:ana@example.com --role=${role}`
  return {
    'add-iam-policy-binding': binding,
    'get-iam-policy': `${name} ${flags}`,
    'remove-iam-policy-binding': binding,
  }
}

/** By the words its commands begin with. */
export const CASES: Readonly<Record<string, Case>> = {
  'artifacts repositories': {
    lines: {
      create: 'wheels --repository-format=python --location=europe-west4',
      describe: 'wheels --location=europe-west4 --format=value(format,labels,description)',
      list: '--location=europe-west4 --format=value(name.basename())',
      update: 'wheels --location=europe-west4 --update-labels=team=carblau --description=Wheels',
      delete: 'wheels --location=europe-west4 --quiet',
      ...iam('wheels', 'roles/artifactregistry.reader', '--location=europe-west4'),
    },
    shows: 'PYTHON',
    updated: 'team=carblau\tWheels',
    listed: 'wheels',
    missing: { says: 'NOT_FOUND: Requested entity was not found.' },
    openPolicy: true,
  },
  'beta run domain-mappings': {
    before: [DEPLOY, 'beta run domain-mappings create --service=agent --domain=agent.example.com'],
    lines: {
      describe: '--domain=agent.example.com --format=value(spec.routeName)',
      list: '--format=value(metadata.name)',
      delete: '--domain=agent.example.com',
    },
    shows: 'agent',
    listed: 'agent.example.com',
    missing: {
      says: "NOT_FOUND: Resource 'agent.example.com' of kind 'DOMAIN_MAPPING' in region 'europe-west1' in project 'my-project' does not exist.",
    },
  },
  'builds connections': {
    lines: { list: '--region=europe-west1 --format=value(name.basename())' },
    listed: 'github',
  },
  'builds repositories': {
    lines: { list: '--connection=github --region=europe-west1 --format=value(name.basename())' },
    listed: 'agent',
  },
  'builds triggers': {
    before: ['iam service-accounts create night-jobs', `builds triggers create github --name=tags ${TRIGGER}`],
    lines: {
      describe: 'tags --region=europe-west1 --format=value(filename)',
      list: '--region=europe-west1 --format=value(name)',
      delete: 'tags --region=europe-west1',
    },
    shows: 'cloudbuild.yaml',
    listed: 'tags',
    missing: { says: 'NOT_FOUND: Requested entity was not found.' },
  },
  'eventarc triggers': {
    before: [DEPLOY],
    lines: {
      create: `uploads --location=europe-west1 --destination-run-service=agent ${EVENT} --labels=a=b`,
      describe: 'uploads --location=europe-west1 --format=value(destination.cloudRun.path,labels)',
      list: '--location=europe-west1 --format=value(name.basename())',
      update: 'uploads --location=europe-west1 --destination-run-path=/events --remove-labels=a',
      delete: 'uploads --location=europe-west1',
    },
    shows: '/\ta=b',
    updated: '/events\t\n',
    listed: 'uploads',
    missing: {
      says: "NOT_FOUND: Resource 'projects/my-project/locations/europe-west1/triggers/uploads' was not found",
    },
  },
  'firestore databases': {
    lines: { describe: '--format=value(locationId)', list: '--format=value(name.basename())' },
    shows: 'eur3',
    listed: '(default)',
    missing: {
      line: '--database=nothing',
      says: "NOT_FOUND: Project 'my-project' or database 'nothing' does not exist.",
    },
  },
  'iam service-accounts': {
    lines: {
      create: 'night-jobs --display-name=Jobs',
      describe: `${SA} --format=value(displayName,description)`,
      list: '--format=value(email)',
      update: `${SA} --display-name=Night --description=Runs`,
      delete: `${SA} --quiet`,
      ...iam(SA, 'roles/iam.serviceAccountUser'),
    },
    shows: 'Jobs',
    updated: 'Night\tRuns',
    listed: SA,
    missing: { says: 'NOT_FOUND: Unknown service account. This command is authenticated as operator@example.com' },
    openPolicy: true,
  },
  projects: {
    lines: { describe: 'my-project --format=value(projectNumber)', ...iam('my-project', 'roles/viewer') },
    shows: '123456789012',
    listed: '',
    missing: {
      line: 'nothing',
      says: '[operator@example.com] does not have permission to access projects instance [nothing]',
    },
    openPolicy: true,
  },
  'pubsub subscriptions': {
    before: ['pubsub topics create orders'],
    lines: {
      create: 'billing --topic=orders --labels=a=b',
      describe: 'billing --format=value(topic,ackDeadlineSeconds,labels)',
      list: '--format=value(name.basename())',
      update: 'billing --ack-deadline=60 --update-labels=a=c',
      delete: 'billing',
      ...iam('billing', 'roles/pubsub.subscriber'),
    },
    shows: 'projects/my-project/topics/orders\t10\ta=b',
    updated: 'projects/my-project/topics/orders\t60\ta=c',
    listed: 'billing',
    missing: { says: 'NOT_FOUND: Resource not found (resource=billing). This command is authenticated as' },
  },
  'pubsub topics': {
    lines: {
      create: 'orders',
      describe: 'orders --format=value(name,labels)',
      list: '--format=value(name.basename())',
      update: 'orders --update-labels=team=carblau',
      delete: 'orders',
      ...iam('orders', 'roles/pubsub.publisher'),
    },
    shows: 'projects/my-project/topics/orders',
    updated: 'team=carblau',
    listed: 'orders',
    missing: { says: 'NOT_FOUND: Resource not found (resource=orders). This command is authenticated as' },
  },
  'run revisions': {
    before: [`${DEPLOY} --revision-suffix=one`, `${DEPLOY} --revision-suffix=two`],
    lines: {
      describe: 'agent-one --format=value(metadata.name)',
      list: '--format=value(metadata.name)',
      delete: 'agent-one --quiet',
    },
    shows: 'agent-one',
    listed: 'agent-one',
    missing: { says: 'Cannot find revision [agent-one]' },
  },
  'run services': {
    before: [DEPLOY],
    lines: {
      describe: 'agent --format=value(metadata.name)',
      list: '--format=value(metadata.name)',
      delete: 'agent --quiet',
      ...iam('agent', 'roles/run.invoker'),
    },
    shows: 'agent',
    listed: 'agent',
    missing: { says: 'Cannot find service [agent]' },
  },
  secrets: {
    lines: {
      create: 'key --labels=a=b,c=d',
      describe: 'key --format=value(name,labels)',
      list: '--format=value(name.basename())',
      update: 'key --update-labels=a=z --remove-labels=c',
      delete: 'key --quiet',
      ...iam('key', 'roles/secretmanager.secretAccessor'),
    },
    shows: 'secrets/key\ta=b;c=d\n',
    updated: 'secrets/key\ta=z\n',
    listed: 'key',
    missing: { says: 'NOT_FOUND: Secret [projects/123456789012/secrets/key] not found.' },
    openPolicy: true,
  },
  'secrets versions': {
    before: ['secrets create key --data-file=requirements.txt'],
    lines: { describe: 'latest --secret=key --format=value(state)', list: 'key --format=value(name.basename())' },
    shows: 'ENABLED',
    listed: '1',
    missing: {
      line: '9 --secret=key',
      says: 'NOT_FOUND: Secret Version [projects/123456789012/secrets/key/versions/9] not found.',
    },
  },
  services: { lines: { list: '--format=value(config.name)' }, listed: 'run.googleapis.com' },
  'sql backups': {
    before: ['sql backups create --instance=carblau-sql --description=one'],
    lines: {
      describe: `${BACKUP} --instance=carblau-sql --format=value(description,status)`,
      list: '--instance=carblau-sql --format=value(description)',
      delete: `${BACKUP} --instance=carblau-sql`,
    },
    shows: 'one\tSUCCESSFUL',
    listed: 'one',
    missing: { says: 'HTTPError 404: The backup run does not exist.' },
  },
  'sql databases': {
    lines: {
      create: 'billing --instance=carblau-sql',
      describe: 'billing --instance=carblau-sql --format=value(name,charset)',
      list: '--instance=carblau-sql --format=value(name)',
      delete: 'billing --instance=carblau-sql',
    },
    shows: 'billing\tUTF8',
    listed: 'billing',
    missing: { says: 'HTTPError 404: Not Found' },
  },
  'sql instances': {
    lines: {
      describe: 'carblau-sql --format=value(connectionName)',
      list: '--format=value(name)',
      delete: 'carblau-sql',
    },
    shows: 'my-project:europe-west1:carblau-sql',
    listed: 'carblau-sql',
    missing: { says: 'HTTPError 404: The Cloud SQL instance does not exist.' },
  },
  'sql operations': {
    before: ['sql backups create --instance=carblau-sql'],
    lines: {
      describe: `${OPERATION} --format=value(operationType,status)`,
      list: '--instance=carblau-sql --format=value(targetId)',
    },
    shows: 'BACKUP_VOLUME\tDONE',
    listed: 'carblau-sql',
    missing: { line: 'nothing', says: 'HTTPError 404: The Cloud SQL instance operation does not exist.' },
  },
  'sql users': {
    lines: {
      create: 'reader --instance=carblau-sql --password=pw',
      describe: 'reader --instance=carblau-sql --format=value(name)',
      list: '--instance=carblau-sql --format=value(name)',
      delete: 'reader --instance=carblau-sql',
    },
    shows: 'reader',
    listed: 'reader',
    missing: { says: 'HTTPError 404: Not Found' },
  },
  'storage buckets': {
    lines: {
      create: 'gs://carblau-files --location=europe-west1',
      describe: 'gs://carblau-files --format=value(location)',
      list: '--format=value(name)',
      delete: 'gs://carblau-files',
      ...iam('gs://carblau-files', 'roles/storage.objectViewer'),
    },
    shows: 'EUROPE-WEST1',
    listed: 'carblau-files',
    missing: { says: 'gs://carblau-files not found: 404.' },
    openPolicy: true,
  },
}
