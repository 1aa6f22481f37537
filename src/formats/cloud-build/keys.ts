/** Keys of a Cloud Build file (cloud.google.com/build/docs/build-config-file-schema), and what each must be. */
export const BUILD_KEYS =
  'steps timeout images substitutions options serviceAccount tags logsBucket queueTtl artifacts availableSecrets secrets'.split(
    ' ',
  )

/** Keys of one step. */
export const STEP_KEYS =
  'name args env id waitFor entrypoint dir timeout secretEnv volumes script allowFailure allowExitCodes automapSubstitutions'.split(
    ' ',
  )

/** Values of `options.logging`. */
export const LOGGING = ['LOGGING_UNSPECIFIED', 'LEGACY', 'GCS_ONLY', 'STACKDRIVER_ONLY', 'CLOUD_LOGGING_ONLY', 'NONE']

/** Whether a duration is one to Cloud Build: seconds, with their unit (protobuf's JSON form). */
export const isDuration = (value: unknown): boolean => typeof value === 'string' && /^\d+(\.\d+)?s$/.test(value)

/** Substitutions Cloud Build makes itself (cloud.google.com/build/docs/configuring-builds/substitute-variable-values). */
export const BUILT_IN =
  'PROJECT_ID BUILD_ID PROJECT_NUMBER LOCATION TRIGGER_NAME TRIGGER_BUILD_CONFIG_PATH SERVICE_ACCOUNT_EMAIL SERVICE_ACCOUNT COMMIT_SHA REVISION_ID SHORT_SHA REPO_NAME REPO_FULL_NAME BRANCH_NAME TAG_NAME REF_NAME'.split(
    ' ',
  )
