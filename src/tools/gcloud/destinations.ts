import {
  type Destination,
  type DestinationKind,
  type DestinationVariables,
  destinations,
  imageDestinations,
  resourceDestinations,
  valuesWritten,
} from '../facts/destination.ts'
import { type CommandLine, flagValues, hasFlag, type LineWord, positionals } from '../match/line.ts'

/** cloud.google.com/sdk/gcloud/reference/topic/configurations and .../docs/properties. */
export const VARIABLES: DestinationVariables = {
  CLOUDSDK_ACTIVE_CONFIG_NAME: 'context',
  CLOUDSDK_CONFIG: 'context',
  CLOUDSDK_CORE_PROJECT: 'project',
  GOOGLE_CLOUD_PROJECT: 'project',
  CLOUDSDK_COMPUTE_REGION: 'region',
  CLOUDSDK_RUN_REGION: 'region',
  CLOUDSDK_ARTIFACTS_LOCATION: 'region',
  CLOUDSDK_CORE_ACCOUNT: 'account',
  CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT: 'account',
  CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: 'account',
  CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE: 'account',
  GOOGLE_APPLICATION_CREDENTIALS: 'account',
}

/** Flags that any command takes. What a file says is not known. */
const FLAGS: readonly (readonly [DestinationKind, readonly string[]])[] = [
  ['project', ['--project', '--billing-project']],
  ['region', ['--region', '--location']],
  ['account', ['--account', '--impersonate-service-account']],
  ['context', ['--configuration']],
]
const FILES = ['--flags-file', '--access-token-file', '--credential-file-override', '--authorization-token-file']

/** Properties of the configuration, by their last part. */
const PROPERTIES: Readonly<Record<string, DestinationKind>> = {
  project: 'project',
  quota_project: 'project',
  region: 'region',
  location: 'region',
  account: 'account',
  impersonate_service_account: 'account',
  credential_file_override: 'account',
}

/** Where a command goes, by its flags, the names it is given, and what it sets for later ones. */
export function destinationsOf(line: CommandLine): readonly Destination[] {
  const flags = FLAGS.flatMap(([kind, names]) => destinations(kind, valuesOf(line, names)))
  const files: Destination[] = hasFlag(line, ...FILES) ? [{ kind: 'account', name: undefined }] : []
  return [...flags, ...files, ...configured(line), ...resourceDestinations(line.words), ...imagesOf(line)]
}

/** Also of commands the grammar does not have. */
function valuesOf(line: CommandLine, names: readonly string[]): LineWord[] {
  const written = valuesWritten(line.words, names)
  return written.length > 0 ? written : flagValues(line, ...names)
}

/** Images a command makes or removes in their registry. */
function imagesOf(line: CommandLine): Destination[] {
  const command = line.match?.path.join(' ') ?? ''
  if (command === 'builds submit') return imageDestinations(flagValues(line, '--tag', '--pack'))
  return command.startsWith('artifacts docker') ? imageDestinations(positionals(line)) : []
}

/** What `config`, `projects` and `auth` commands name. */
function configured(line: CommandLine): Destination[] {
  const command = line.match?.path.join(' ') ?? ''
  const [first, second] = positionals(line)
  if (command === 'config set' || command === 'config unset') return property(first, second)
  if (command === 'config configurations activate') return destinations('context', [first])
  if (/^projects (?!list|create)/.test(command)) return destinations('project', [first])
  if (command === 'auth activate-service-account') return [{ kind: 'account', name: first?.text }]
  return []
}

/** A property that is set; one that is unset is not what was confirmed any more. */
function property(name: LineWord | undefined, value: LineWord | undefined): Destination[] {
  const kind = PROPERTIES[name?.text?.split('/').at(-1) ?? '']
  return kind ? [{ kind, name: value?.text }] : []
}
