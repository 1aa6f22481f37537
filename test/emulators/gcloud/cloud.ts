import { EMULATORS } from '#emulators/commands.ts'
import { buildImage } from '#emulators/images/build/build.ts'
import { parseReference } from '#emulators/images/reference.ts'
import { type EmulatedCall, type Files, NotModelled, type Output } from '#emulators/model.ts'
import { createWorld, type World } from '#emulators/world.ts'
import type { Effect } from '#schema/effect.ts'
import { seedSchema } from '#schema/seed.ts'

const HOME = '/home/operator'
export const REPO = 'europe-west1-docker.pkg.dev/my-project/carblau'
export const RUNTIME = 'carblau-run@my-project.iam.gserviceaccount.com'
export const SQL = 'my-project:europe-west1:carblau-sql'

const APIS = ['run', 'artifactregistry', 'secretmanager', 'sqladmin', 'cloudbuild', 'iam', 'eventarc']

const FILES: Readonly<Record<string, string>> = {
  Dockerfile: `FROM python:3.12-slim
WORKDIR /srv
COPY app ./app
EXPOSE 8080
CMD ["sh", "-c", "exec uvicorn app.main:app --host 0.0.0.0 --port \${PORT:-8080}"]
`,
  'app/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  'requirements.txt': 'uvicorn==0.32.1\n',
}

const OPENAPI = {
  openapi: '3.1.0',
  paths: {
    '/': {
      post: {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['bucket', 'name', 'size'],
                properties: { bucket: { type: 'string' }, name: { type: 'string' }, size: { type: 'string' } },
              },
            },
          },
        },
        responses: { 200: { content: { 'application/json': { example: { received: true } } } } },
      },
    },
    '/health': {
      get: {
        responses: {
          200: { content: { 'application/json': { example: { status: 'ok', revision: '${K_REVISION}' } } } },
        },
      },
    },
  },
}

/** A project as a run starts with it. `apis` are the short names of those enabled. */
const seed = ({ apis = APIS, billing = true, roles = ['roles/owner'] }: Setup) =>
  seedSchema.parse({
    system: 'carblau',
    directory: 'agent',
    cloud: {
      account: 'operator@example.com',
      projects: [
        {
          id: 'my-project',
          number: '123456789012',
          name: 'My project',
          billing,
          roles,
          services: apis.map((api) => `${api}.googleapis.com`),
        },
      ],
      sqlInstances: [
        {
          project: 'my-project',
          name: 'carblau-sql',
          region: 'europe-west1',
          version: 'POSTGRES_16',
          databases: ['carblau'],
        },
      ],
      firestore: [{ project: 'my-project', location: 'eur3' }],
      domains: [{ name: 'example.com', hosts: ['agent.example.com', 'example.com'] }],
      gitRepositories: [
        {
          project: 'my-project',
          region: 'europe-west1',
          connection: 'github',
          name: 'agent',
          remote: 'https://github.com/example/agent.git',
          directory: 'agent',
          tags: ['1.0.0'],
        },
      ],
    },
    baseImages: [{ name: 'python:3.12-slim', programs: ['python', 'python3', 'pip', 'uvicorn'], command: ['python3'] }],
    apps: [
      {
        command: 'app.main:app',
        openapi: 'app.yaml',
        requires: ['DB_PASSWORD'],
        log: ['Application startup complete.'],
      },
    ],
  })

interface Setup {
  apis?: readonly string[]
  billing?: boolean
  roles?: readonly string[]
}

export interface Cloud {
  world: World
  files: Map<string, string>
  effects: Effect[]
  /** Runs a line of words; quotes hold words together. Gives stdout, stderr and `[status]` as one text. */
  sh(line: string, options?: { stdin?: string; env?: Record<string, string> }): Promise<string>
  run(argv: readonly string[], options?: { stdin?: string; env?: Record<string, string> }): Promise<Output>
  /** Effects since the last call, `create secret db-password`. */
  done(): string[]
  get(url: string, token?: string): Promise<{ status: number; body: string } | string>
}

export const cloud = (setup: Setup = {}): Cloud => {
  let now = Date.UTC(2026, 0, 15, 10, 0, 0)
  const clock = {
    now: () => now,
    advance: (by: number) => {
      now += by
    },
  }
  const world = createWorld({ seed: seed(setup), openapi: { 'app.yaml': OPENAPI }, clock })
  const files = new Map(Object.entries(FILES).map(([path, text]) => [`${HOME}/agent/${path}`, text]))
  const effects: Effect[] = []
  const run: Cloud['run'] = async (argv, options = {}) => {
    const [name = '', ...args] = argv
    const call: EmulatedCall = {
      args,
      env: { HOME, USER: 'operator', ...options.env },
      cwd: `${HOME}/agent`,
      stdin: options.stdin ?? '',
      files: memory(files),
      world,
      signal: new AbortController().signal,
      effect: (effect) => void effects.push(effect),
      shell: (text, at) => run(words(text), { env: at.env }),
    }
    return EMULATORS[name]!(call).catch(told)
  }
  return {
    world,
    files,
    effects,
    run,
    sh: async (line, options) => render(await run(words(line), options)),
    done: () => effects.splice(0).map(({ verb, kind, name }) => `${verb} ${kind} ${name}`),
    get: async (url, token) => {
      const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
      return world.network.fetch({ method: 'GET', url: new URL(url), headers, body: '' })
    },
  }
}

/** Puts an image in the registry as a build and a push would, and gives the cloud. */
export const withImage = async (setup: Setup & { platform?: string } = {}): Promise<Cloud> => {
  const it = cloud(setup)
  await it.sh('gcloud config set project my-project')
  await it.sh('gcloud config set run/region europe-west1')
  await it.sh('gcloud artifacts repositories create carblau --repository-format=docker --location=europe-west1')
  await pushImage(it, setup.platform ?? 'linux/amd64')
  it.done()
  return it
}

const pushImage = async (it: Cloud, platform: string): Promise<void> => {
  const request = {
    world: it.world,
    files: memory(it.files),
    contextDirectory: `${HOME}/agent`,
    dockerfile: 'Dockerfile',
    args: {},
  }
  const result = await buildImage({ ...request, platform })
  const reference = parseReference(`${REPO}/agent:v1`)
  if (!result.ok || reference === undefined) throw new Error(result.log)
  it.world.registries.push(reference, result.image)
}

const words = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'))

const told = (error: unknown): Output => {
  if (error instanceof NotModelled) return { stdout: '', stderr: `not modelled: ${error.message}\n`, exitCode: 254 }
  throw error
}

const render = ({ stdout, stderr, exitCode }: Output): string =>
  `${stdout}${stderr}${exitCode === 0 ? '' : `[${exitCode}]`}`

const memory = (files: Map<string, string>): Files => ({
  read: async (path) => files.get(path) ?? '',
  readBytes: async (path) => new TextEncoder().encode(files.get(path)),
  write: async (path, content) =>
    void files.set(path, typeof content === 'string' ? content : new TextDecoder().decode(content)),
  exists: async (path) => files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`)),
  isDirectory: async (path) => [...files.keys()].some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`)),
  list: async (directory) =>
    [...files.keys()].filter((file) => file.startsWith(`${directory.replace(/\/$/, '')}/`)).sort(),
  remove: async (path) => void files.delete(path),
  mode: async () => 0o644,
  setMode: async () => {},
})
