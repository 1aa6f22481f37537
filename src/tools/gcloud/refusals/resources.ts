import { MULTI_REGIONS, REGIONS } from '#schema/parameter/gcp-region.ts'
import { suggest } from '#schema/spelling.ts'
import { anchorOf, isGiven, positionalsOf, type Refusal, usesOf, valueRefusal } from './refusal.ts'

const hint = (text: string): string => {
  const near = suggest(text, REGIONS)
  return near === undefined ? '' : ` (did you mean '${near}'?)`
}

const region = valueRefusal({
  name: 'region',
  of: ['run', 'beta run', 'sql', 'builds', 'artifacts', 'eventarc'],
  flags: ['--region', '--location', '--destination-run-region'],
  refuse: (value) =>
    REGIONS.includes(value) || MULTI_REGIONS.includes(value) || value === '-'
      ? undefined
      : `PERMISSION_DENIED: Permission denied on 'locations/${value}' (or it may not exist).${hint(value)}`,
})

const sqlInstance = valueRefusal({
  name: 'sql-instance',
  of: ['sql'],
  flags: ['--instance', '--restore-instance', '--backup-instance'],
  refuse: (value) => {
    const [project = '', instance] = [value.split(':')[0], value.split(':').at(-1)]
    return value.includes(':')
      ? `Instance names cannot contain the ':' character. If you meant to indicate the
project for [${instance}], use only '${instance}' for the argument, and either add
'--project ${project}' to the command line or first run
  $ gcloud config set project ${project}
`
      : undefined
  },
})

const secretOfVersion: Refusal = {
  name: 'secret-of-version',
  of: ['secrets versions'],
  find(match) {
    const named = match.command?.flags?.some((flag) => flag.names.includes('--secret'))
    if (!named || isGiven(match, '--secret')) return []
    return positionalsOf(match, 'VERSION')
      .filter(({ value }) => !value.startsWith('projects/'))
      .map(({ index }) => ({ index, message: MISSING_SECRET }))
  },
}

const MISSING_SECRET = `Error parsing [version].
The [version] resource is not properly specified.
Failed to find attribute [secret]. The attribute can be set in the following ways: 
- provide the argument \`VERSION\` on the command line with a fully specified name
- provide the argument \`--secret\` on the command line`

const replication = valueRefusal({
  name: 'replication-policy',
  of: ['secrets create'],
  flags: ['--replication-policy'],
  refuse: (value) =>
    value === 'automatic' || value === 'user-managed'
      ? undefined
      : 'Invalid value for [replication-policy]: The value provided for --replication-policy is invalid. Valid values are "automatic" and "user-managed".',
})

const PRINCIPAL =
  /^(allUsers|allAuthenticatedUsers|(user|group|domain|serviceAccount|principal|principalSet|deleted):.+)$/

const member = valueRefusal({
  name: 'principal',
  of: ['projects', 'run', 'secrets', 'iam', 'artifacts', 'storage', 'pubsub'],
  flags: ['--member'],
  refuse: (value) =>
    PRINCIPAL.test(value)
      ? unknownAccount(value.replace(/^serviceAccount:/, ''), value.startsWith('serviceAccount:'))
      : `INVALID_ARGUMENT: The member ${value} is of an unknown type. Please set a valid type prefix for the member.`,
})

/** An address that no service account has: theirs end with gserviceaccount.com, but for those of workload identity. */
const unknownAccount = (account: string, isAccount = true): string | undefined =>
  !isAccount || !account.includes('@') || /\.gserviceaccount\.com$|\}$|\.svc\.id\.goog\[/.test(account)
    ? undefined
    : `INVALID_ARGUMENT: Service account ${account} does not exist.`

const account = valueRefusal({
  name: 'service-account',
  of: ['run', 'builds', 'eventarc'],
  flags: ['--service-account', '--build-service-account'],
  refuse: (value) => unknownAccount(value.split('/').at(-1) ?? ''),
})

const ROLE = /^((projects|organizations)\/[^/]+\/)?roles\/[A-Za-z0-9_.]+$/

const role = valueRefusal({
  name: 'role',
  of: ['projects', 'run', 'secrets', 'iam', 'artifacts', 'storage', 'pubsub'],
  flags: ['--role'],
  refuse: (value) =>
    ROLE.test(value) ? undefined : `INVALID_ARGUMENT: Role ${value} is not supported for this resource.`,
})

const named = (rule: {
  name: string
  of: string
  positional: string
  shape: RegExp
  message: (name: string) => string
}): Refusal => ({
  name: rule.name,
  of: [rule.of],
  find: (match) =>
    positionalsOf(match, rule.positional).flatMap(({ index, value }) =>
      rule.shape.test(value) || value.includes('/') ? [] : [{ index, message: rule.message(value) }],
    ),
})

const accountName = named({
  name: 'service-account-name',
  of: 'iam service-accounts create',
  positional: 'NAME',
  shape: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  message: (name) =>
    name.length < 6 || name.length > 30
      ? `INVALID_ARGUMENT: The account ID "${name}" does not have a length between 6 and 30.`
      : `INVALID_ARGUMENT: Invalid account ID "${name}": it must match [a-z]([-a-z0-9]*[a-z0-9]).`,
})

const secretName = named({
  name: 'secret-name',
  of: 'secrets create',
  positional: 'SECRET',
  shape: /^[A-Za-z0-9_-]{1,255}$/,
  message: (name) =>
    `INVALID_ARGUMENT: The provided Secret ID [${name}] does not match the expected format [[a-zA-Z_0-9]+].`,
})

const repositoryName = named({
  name: 'repository-name',
  of: 'artifacts repositories create',
  positional: 'REPOSITORY',
  shape: /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  message: (name) => `INVALID_ARGUMENT: invalid repository_id "${name}": it must match [a-z]([a-z0-9-]{0,61}[a-z0-9])?`,
})

const serviceNames: Refusal = {
  name: 'service-name',
  of: ['services enable', 'services disable'],
  find: (match) =>
    positionalsOf(match, 'SERVICE')
      .filter(({ value }) => !value.includes('.'))
      .map(({ index, value }) => ({
        index,
        message: `PERMISSION_DENIED: Not found or permission denied for service(s): ${value}.`,
      })),
}

const FORMATS = ['apt', 'docker', 'generic', 'go', 'googet', 'kfp', 'maven', 'npm', 'python', 'ruby', 'yum']

const repositoryFormat = valueRefusal({
  name: 'repository-format',
  of: ['artifacts repositories create'],
  flags: ['--repository-format'],
  refuse: (value) =>
    FORMATS.includes(value.toLowerCase())
      ? undefined
      : `Invalid value for [--repository_format]: Must be one of ${FORMATS.join(', ')}.`,
})

const eventType: Refusal = {
  name: 'event-type',
  of: ['eventarc triggers create'],
  find(match) {
    if (
      !usesOf(match, '--event-filters').length ||
      usesOf(match, '--event-filters').some((use) => /(^|,)type=/.test(use.value))
    )
      return []
    return [
      {
        index: anchorOf(match),
        message: "Invalid value for [--event-filters]: 'type' must be provided as an event filter.",
      },
    ]
  },
}

/** Rules of everything but `gcloud run`. */
export const RESOURCE_REFUSALS: readonly Refusal[] = [
  region,
  sqlInstance,
  secretOfVersion,
  replication,
  member,
  account,
  role,
  accountName,
  secretName,
  repositoryName,
  serviceNames,
  repositoryFormat,
  eventType,
]
