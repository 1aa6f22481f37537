import { declaredSubstitutions, isLoose, stepsOf } from '#formats/cloud-build/build.ts'
import { BUILD_KEYS, isDuration, LOGGING, STEP_KEYS } from '#formats/cloud-build/keys.ts'
import { substituted, substitutionsIn } from '#formats/cloud-build/substitution.ts'
import { readYaml } from '#formats/yaml/read.ts'
import { isMapping, type Mapping, plainValue } from '#formats/yaml/value.ts'
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
  /** Where its log is kept, which decides who can show it; absent where the file says nothing. */
  logging?: string
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
  const declared = Object.fromEntries(declaredSubstitutions(raw))
  const fill = filler(
    text,
    { ...declared, ...given.builtIn, ...given.own },
    {
      own: { ...declared, ...given.own },
      loose: given.isLoose ?? isLoose(raw),
    },
  )
  const steps = stepsOf(raw)
  if (steps.length === 0) throw apiFailure('INVALID_ARGUMENT', 'invalid build: no build steps specified')
  return {
    steps: steps.map((step, at) => parseStep(file, asRecord(file, step), at, fill)),
    images: strings(raw.images).map(fill),
    serviceAccount: typeof raw.serviceAccount === 'string' ? fill(raw.serviceAccount).split('/').at(-1) : undefined,
    logsPlaced: raw.logsBucket !== undefined || placesLogs(options),
    ...(options.logging !== undefined && { logging: String(options.logging) }),
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

const checkLogging = (file: string, { logging }: Mapping): void => {
  if (logging === undefined || LOGGING.includes(String(logging))) return
  throw new GcloudFailure(`interpreting ${file} as build config: .options.logging: unused`)
}

/** Whether a build's log is in Cloud Logging alone, by its `logging`. */
export const isInCloudLogging = (logging: string | undefined): boolean =>
  logging === 'CLOUD_LOGGING_ONLY' || logging === 'STACKDRIVER_ONLY'

const placesLogs = ({ logging, defaultLogsBucketBehavior }: Mapping): boolean =>
  isInCloudLogging(String(logging)) || logging === 'NONE' || defaultLogsBucketBehavior === 'REGIONAL_USER_OWNED_BUCKET'

export interface Substitutions {
  /** `PROJECT_ID` and its like. */
  builtIn: Readonly<Record<string, string>>
  /** Given with `--substitutions`. */
  own: Readonly<Record<string, string>>
  /** Those that nobody uses or sets are no fault, whatever the file says. */
  isLoose?: true
}

const parseYaml = (file: string, text: string): unknown => {
  const { documents, problems } = readYaml(text)
  const [problem] = problems
  if (problem)
    throw new GcloudFailure(`parsing ${file}: ${problem.reason} at line ${problem.line}, column ${problem.column}:`)
  if (documents.length > 1) throw new NotModelled('several documents in a Cloud Build file')
  return documents[0] && plainValue(documents[0])
}

const asRecord = (file: string, value: unknown): Mapping => {
  if (isMapping(value)) return value
  throw new GcloudFailure(`parsing ${file}: could not parse as a dictionary`)
}

const checkKeys = (file: string, record: Mapping, known: readonly string[], place: string): void => {
  for (const key of Object.keys(record)) {
    if (UNMODELLED.includes(key)) throw new NotModelled(`${key} of a Cloud Build file`)
    if (!known.includes(key)) throw new GcloudFailure(`interpreting ${file} as build config: ${place}.${key}: unused`)
  }
}

type Fill = (text: string) => string

const parseStep = (file: string, raw: Mapping, at: number, fill: Fill): BuildStep => {
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
  { own, loose }: { own: Record<string, string>; loose: boolean },
): Fill => {
  const used = new Set(substitutionsIn(whole).map(({ name }) => name))
  const unused = Object.keys(own).find((name) => !used.has(name))
  if (unused !== undefined && !loose) {
    throw apiFailure(
      'INVALID_ARGUMENT',
      `generic::invalid_argument: key "${unused}" in the substitution data is not matched in the template`,
    )
  }
  return (text) =>
    substituted(text, (name) => {
      if (values[name] !== undefined) return values[name]
      if (loose) return ''
      throw apiFailure(
        'INVALID_ARGUMENT',
        `generic::invalid_argument: key in the template "${name}" is not a valid built-in substitution`,
      )
    })
}
