import { EMULATORS } from '#emulators/commands.ts'
import { listenForHub } from '#emulators/docker-hub/listen.ts'
import { Blocked, type EmulatedCall, type Files, NotModelled, type Output } from '#emulators/model.ts'
import { createWorld, type World } from '#emulators/world.ts'
import type { Effect } from '#schema/effect.ts'
import { seedSchema } from '#schema/seed.ts'

const HOME = '/home/operator'

export const DOCKERFILE = `FROM python:3.12-slim AS builder
WORKDIR /build
COPY requirements.txt .
RUN pip install --no-cache-dir --prefix=/install -r requirements.txt

FROM python:3.12-slim
RUN useradd --create-home --uid 1000 app
WORKDIR /srv
COPY --from=builder /install /usr/local
COPY app ./app
USER app
EXPOSE 8080
CMD ["sh", "-c", "exec uvicorn app.main:app --host 0.0.0.0 --port \${PORT:-8080}"]
`

const SOURCE: Readonly<Record<string, string>> = {
  Dockerfile: DOCKERFILE,
  '.dockerignore': '.env\n*.env\n.git/\n__pycache__/\n',
  'requirements.txt': 'fastapi==0.115.6\nuvicorn[standard]==0.32.1\n',
  'app/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  '.env': '# local\nDB_PASSWORD=secret\nGREETING="hola"\n',
}

const OPENAPI = {
  openapi: '3.1.0',
  paths: {
    '/health': {
      get: {
        responses: { 200: { content: { 'application/json': { example: { status: 'ok', greeting: '${GREETING}' } } } } },
      },
    },
    '/chat': {
      post: {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
            },
          },
        },
        responses: { 200: { content: { 'application/json': { example: { reply: 'Hola' } } } } },
      },
    },
  },
}

const SEED = seedSchema.parse({
  system: 'carblau',
  directory: 'agent',
  cloud: {
    account: 'operator@example.com',
    projects: [{ id: 'my-project', number: '123456789012', name: 'My project' }],
  },
  baseImages: [
    { name: 'python:3.12-slim', programs: ['python', 'python3', 'pip'], command: ['python3'] },
    { name: 'redis:7-alpine', programs: ['redis-server', 'redis-cli'], command: ['redis-server'], ports: [6379] },
    { name: 'ubuntu:latest', programs: ['bash'], command: ['bash'] },
  ],
  dockerHub: {
    accounts: [{ user: 'acme', password: 'token-of-acme', organizations: ['acme-labs'] }],
    privateRepositories: ['acme/internal'],
  },
  apps: [{ command: 'app.main:app', openapi: 'app.openapi.yaml', requires: ['DB_PASSWORD'] }],
})

/** A laptop of the emulated world in memory, and what its commands did. */
export interface Laptop {
  world: World
  files: Map<string, string>
  effects: Effect[]
  /** Runs one argv; what is not modelled or would block is told in stderr. */
  run(
    argv: readonly string[],
    options?: { env?: Record<string, string>; stdin?: string; cwd?: string },
  ): Promise<Output>
  /** Runs argv after argv, `docker build -t x .`, split at spaces, and renders a transcript. */
  script(...lines: string[]): Promise<string>
}

export function laptop(changes: Readonly<Record<string, string | undefined>> = {}): Laptop {
  let now = Date.UTC(2026, 0, 15, 10, 0, 0)
  const world = createWorld({
    seed: SEED,
    openapi: { 'app.openapi.yaml': OPENAPI },
    clock: {
      now: () => now,
      advance: (milliseconds) => {
        now += milliseconds
      },
    },
  })
  listenForHub(world)
  const files = new Map<string, string>()
  for (const [path, text] of Object.entries({ ...SOURCE, ...changes }))
    if (text !== undefined) files.set(`${HOME}/agent/${path}`, text)
  const effects: Effect[] = []
  const run: Laptop['run'] = async (argv, options = {}) => {
    const [name = '', ...args] = argv
    const emulator = EMULATORS[name]
    if (!emulator) return { stdout: '', stderr: `bash: line 1: ${name}: command not found\n`, exitCode: 127 }
    const call: EmulatedCall = {
      args,
      env: { HOME, USER: 'operator', ...options.env },
      cwd: options.cwd ?? `${HOME}/agent`,
      stdin: options.stdin ?? '',
      files: memoryFiles(files),
      world,
      signal: new AbortController().signal,
      effect: (effect) => void effects.push(effect),
      shell: (text, at) => run(text.trim().split(/\s+/), { env: at.env, cwd: at.cwd }),
    }
    return emulator(call).catch(told)
  }
  const script = async (...lines: string[]): Promise<string> => {
    const transcript: string[] = []
    for (const line of lines) transcript.push(`$ ${line}\n${render(await run(line.split(' ')))}`)
    return transcript.join('')
  }
  return { world, files, effects, run, script }
}

function told(error: unknown): Output {
  if (error instanceof NotModelled) return { stdout: '', stderr: `not modelled: ${error.message}\n`, exitCode: 254 }
  if (error instanceof Blocked)
    return { ...error.output, stderr: `${error.output.stderr}blocked: ${error.message}\n`, exitCode: 253 }
  throw error
}

function render({ stdout, stderr, exitCode }: Output): string {
  const end = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
  return `${end(stdout)}${end(stderr)}${exitCode === 0 ? '' : `[${exitCode}]\n`}`
}

function memoryFiles(files: Map<string, string>): Files {
  const modes = new Map<string, number>()
  return {
    read: async (path) => {
      const text = files.get(path)
      if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`)
      return text
    },
    readBytes: async (path) => new TextEncoder().encode(files.get(path)),
    write: async (path, content) =>
      void files.set(path, typeof content === 'string' ? content : new TextDecoder().decode(content)),
    exists: async (path) => files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`)),
    isDirectory: async (path) => [...files.keys()].some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`)),
    list: async (directory) =>
      [...files.keys()].filter((file) => file.startsWith(`${directory.replace(/\/$/, '')}/`)).sort(),
    remove: async (path) => void files.delete(path),
    mode: async (path) => modes.get(path) ?? 0o644,
    setMode: async (path, mode) => void modes.set(path, mode),
  }
}
