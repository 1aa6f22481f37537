import { type Files, NotModelled } from '../../model.ts'

/** Image of the step in which Cloud Build runs Google Cloud's buildpacks. */
export const PACK_IMAGE = 'gcr.io/k8s-skaffold/pack'

/** A source that buildpacks are asked to make an image of. */
export interface PackedSource {
  files: Files
  /** Absolute path. */
  directory: string
  /** `GOOGLE_ENTRYPOINT` and its like. */
  env: Readonly<Record<string, string>>
}

/** The files by which the buildpacks of a language take part, besides those for functions (github.com/GoogleCloudPlatform/buildpacks). */
const LANGUAGES = [
  { language: '.NET', files: /(^|\/)[^/]+\.(cs|fs|vb)proj$/ },
  { language: 'Dart', files: /^pubspec\.yaml$/ },
  { language: 'Go', files: /^(go\.mod|[^/]+\.go)$/ },
  { language: 'Java', files: /^(pom\.xml|build\.gradle(\.kts)?|[^/]+\.(java|jar))$/ },
  { language: 'Node.js', files: /^(package\.json|[^/]+\.js)$/ },
  { language: 'PHP', files: /^(composer\.json|[^/]+\.php)$/ },
  { language: 'Python', files: /^(requirements\.txt|pyproject\.toml|[^/]+\.py)$/ },
  { language: 'Ruby', files: /^(Gemfile|[^/]+\.rb)$/ },
] as const

/**
 * The log of buildpacks that make no image of a source, in their words: no language is recognised, or nothing says how to
 * start a Python program. What they make of any other source is not modelled: it takes their builder, which no fixture has.
 */
export async function refusedByBuildpacks({ files, directory, env }: PackedSource): Promise<string> {
  const root = `${directory.replace(/\/$/, '')}/`
  const names = (await files.list(directory)).map((path) => path.slice(root.length))
  const found = LANGUAGES.filter((one) => names.some((name) => one.files.test(name)))
  if (found.length === 0) return UNDETECTED
  const procfile = names.includes('Procfile') ? processesIn(await files.read(`${root}Procfile`)) : undefined
  const entrypoint = env.GOOGLE_ENTRYPOINT
  if (entrypoint === undefined && procfile !== undefined && !procfile.includes('web')) return withoutWeb(procfile)
  const isPython = found.every(({ language }) => language === 'Python')
  const isStarted = entrypoint !== undefined || procfile !== undefined || names.some((name) => DEFAULT_START.test(name))
  if (isPython && !isStarted) return WITHOUT_ENTRYPOINT
  throw new NotModelled(
    `an image that the buildpacks of ${found.map(({ language }) => language).join(', ')} make; with a Dockerfile it is`,
  )
}

const DEFAULT_START = /^(main\.py|app\.py|pyproject\.toml)$/

const processesIn = (procfile: string): string[] =>
  procfile.split('\n').flatMap((line) => /^([A-Za-z0-9_-]+):\s*\S/.exec(line)?.[1] ?? [])

const UNDETECTED = `===> ANALYZING
===> DETECTING
ERROR: No buildpack groups passed detection.
ERROR: Please check that you are running against the correct path.
ERROR: failed to detect: no buildpacks participating
ERROR: failed to build: executing lifecycle: failed with status code: 20`

const failed = (buildpack: string, title: string, reason: string): string => `===> ANALYZING
===> DETECTING
${buildpack}
===> RESTORING
===> BUILDING
=== ${title} (${buildpack.replace(' ', '@')}) ===
Failure: ${reason}
--------------------------------------------------------------------------------
Sorry your project couldn't be built.
Our documentation explains ways to configure Buildpacks to better recognise your project:
 -> https://cloud.google.com/docs/buildpacks/overview
If you think you've found an issue, please report it:
 -> https://github.com/GoogleCloudPlatform/buildpacks/issues/new
--------------------------------------------------------------------------------
ERROR: failed to build: exit status 1
ERROR: failed to build: executing lifecycle: failed with status code: 51`

const WITHOUT_ENTRYPOINT = failed(
  'google.python.missing-entrypoint 0.9.0',
  'Python - Missing Entrypoint',
  'for Python, provide a main.py or app.py file or set an entrypoint with "GOOGLE_ENTRYPOINT" env var or by creating a "Procfile" file',
)

const withoutWeb = (processes: readonly string[]): string =>
  failed(
    'google.config.entrypoint 0.9.0',
    'Config - Entrypoint',
    `web process not found in Procfile, found processes: [${processes.join(' ')}]`,
  )
