import { parse } from 'yaml'
import { BUILD_KEYS, isDuration, LOGGING, STEP_KEYS } from '#formats/cloud-build/keys.ts'
import { NotModelled } from '../../model.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'

export interface BuildStep {
  name: string
  args: readonly string[]
  entrypoint: string | undefined
  dir: string
  env: readonly string[]
}

/** A build as `cloudbuild.yaml` describes it, substitutions filled in. */
export interface BuildConfig {
  steps: readonly BuildStep[]
  images: readonly string[]
  serviceAccount: string | undefined
  /** Says where its logs go, which a build with an account of its own must. */
  logsPlaced: boolean
}

/** Keys of the format that the emulator does not act on. */
const UNMODELLED = [
  'artifacts',
  'availableSecrets',
  'secrets',
  'secretEnv',
  'volumes',
  'script',
  'allowFailure',
  'allowExitCodes',
  'automapSubstitutions',
]

/** Parses a build's file. Fails with gcloud's words for what the format does not have. */
export const parseBuildConfig = (file: string, text: string, given: Substitutions): BuildConfig => {
  const raw = asRecord(file, parseYaml(file, text))
  checkKeys(file, raw, BUILD_KEYS, '')
  checkTimeout(file, raw.timeout)
  const options = raw.options === undefined ? {} : asRecord(file, raw.options)
  checkLogging(file, options)
  const declared = (raw.substitutions ?? {}) as Record<string, string>
  const fill = filler(text, { ...declared, ...given.builtIn, ...given.own }, { ...declared, ...given.own }, raw)
  const steps = Array.isArray(raw.steps) ? raw.steps : []
  if (steps.length === 0) throw apiFailure('INVALID_ARGUMENT', 'invalid build: no build steps specified')
  return {
    steps: steps.map((step, at) => parseStep(file, asRecord(file, step), at, fill)),
    images: strings(raw.images).map(fill),
    serviceAccount: typeof raw.serviceAccount === 'string' ? fill(raw.serviceAccount).split('/').at(-1) : undefined,
    logsPlaced: raw.logsBucket !== undefined || placesLogs(options),
  }
}

// The words of gcloud 528's LoadCloudbuildConfigFromPath; the unit is asked for by the API (protobuf's JSON form of a duration).
const checkTimeout = (file: string, timeout: unknown): void => {
  if (timeout === undefined || isDuration(timeout)) return
  if (typeof timeout === 'number')
    throw new GcloudFailure(
      `interpreting ${file} as build config: Expected type <class 'str'> for field timeout, found ${timeout} (type <class 'int'>)`,
    )
  throw apiFailure('INVALID_ARGUMENT', "Illegal duration format; duration must end with 's'")
}

const checkLogging = (file: string, { logging }: Record<string, unknown>): void => {
  if (logging === undefined || LOGGING.includes(String(logging))) return
  throw new GcloudFailure(`interpreting ${file} as build config: .options.logging: unused`)
}

const placesLogs = ({ logging, defaultLogsBucketBehavior }: Record<string, unknown>): boolean =>
  ['CLOUD_LOGGING_ONLY', 'STACKDRIVER_ONLY', 'NONE'].includes(String(logging)) ||
  defaultLogsBucketBehavior === 'REGIONAL_USER_OWNED_BUCKET'

export interface Substitutions {
  /** `PROJECT_ID` and its like. */
  builtIn: Readonly<Record<string, string>>
  /** Given with `--substitutions`. */
  own: Readonly<Record<string, string>>
}

const parseYaml = (file: string, text: string): unknown => {
  try {
    return parse(text)
  } catch (cause) {
    throw new GcloudFailure(`parsing ${file}: ${(cause as Error).message.split('\n')[0]}`)
  }
}

const asRecord = (file: string, value: unknown): Record<string, unknown> => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new GcloudFailure(`parsing ${file}: could not parse as a dictionary`)
}

const checkKeys = (file: string, record: Record<string, unknown>, known: readonly string[], place: string): void => {
  for (const key of Object.keys(record)) {
    if (UNMODELLED.includes(key)) throw new NotModelled(`${key} of a Cloud Build file`)
    if (!known.includes(key)) throw new GcloudFailure(`interpreting ${file} as build config: ${place}.${key}: unused`)
  }
}

type Fill = (text: string) => string

const parseStep = (file: string, raw: Record<string, unknown>, at: number, fill: Fill): BuildStep => {
  checkKeys(file, raw, STEP_KEYS, `.steps[${at}]`)
  if (typeof raw.name !== 'string')
    throw apiFailure('INVALID_ARGUMENT', `invalid build: invalid build step name "" of step ${at}`)
  return {
    name: fill(raw.name),
    args: strings(raw.args).map(fill),
    entrypoint: typeof raw.entrypoint === 'string' ? fill(raw.entrypoint) : undefined,
    dir: typeof raw.dir === 'string' ? fill(raw.dir) : '',
    env: strings(raw.env).map(fill),
  }
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Cloud Build's substitution: `$NAME`, `${NAME}`, `$$` for a dollar. */
const filler = (
  whole: string,
  values: Record<string, string>,
  own: Record<string, string>,
  raw: Record<string, unknown>,
): Fill => {
  const loose = (raw.options as { substitutionOption?: string } | undefined)?.substitutionOption === 'ALLOW_LOOSE'
  const unused = Object.keys(own).find((name) => !new RegExp(String.raw`\$\{?${name}\b`).test(whole))
  if (unused !== undefined && !loose) {
    throw apiFailure(
      'INVALID_ARGUMENT',
      `generic::invalid_argument: key "${unused}" in the substitution data is not matched in the template`,
    )
  }
  return (text) =>
    text.replaceAll(/\$\$|\$\{([A-Za-z_]\w*)\}|\$([A-Z_][A-Z0-9_]*)/g, (_found, braced?: string, bare?: string) => {
      const name = braced ?? bare
      if (name === undefined) return '$'
      if (values[name] !== undefined) return values[name]
      if (loose) return ''
      throw apiFailure(
        'INVALID_ARGUMENT',
        `generic::invalid_argument: key in the template "${name}" is not a valid built-in substitution`,
      )
    })
}
