import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fromMachine } from '../require.ts'
import { readText } from './pages.ts'

const FIXTURE = 'runbooks/fixtures/maravia'
const APP = join(import.meta.dirname, '../..', FIXTURE, 'laptop/maravia')

const python = await fromMachine('fastapi')

const ENVIRONMENT = { OPENAI_API_KEY: 'k'.repeat(20), ADMIN_TOKEN: 't'.repeat(32) }

/** What a Python that has FastAPI does in the directory of the application. */
function runPython(args: readonly string[], env: Record<string, string> = ENVIRONMENT) {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(python ?? '', ['-B', ...args], {
    cwd: APP,
    encoding: 'utf8',
    env: { PATH, ...env },
  })
  return { status, stdout, stderr }
}

type Json = Record<string, unknown>

const document = parse(readText(`${FIXTURE}/openapi/orquestador.yaml`)) as Json

/** The document as the application tells it: without examples, and without what the emulator alone reads. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([key]) => key !== 'example' && !key.startsWith('x-'))
  return Object.fromEntries(members.map(([key, member]) => [key, told(member)]))
}

/** FastAPI's own shape of a refused request changes between its versions. */
function withoutValidationError(openapi: unknown): unknown {
  const copy = structuredClone(openapi) as { components: { schemas: Json } }
  for (const name of ['ValidationError', 'HTTPValidationError']) delete copy.components.schemas[name]
  return copy
}

interface App {
  requires: string[]
  missing: string
  shortest: { name: string; length: number; log: string[] }[]
  refuses: { name: string; log: string[] }[]
}
const [app] = (parse(readText(`${FIXTURE}/seed.yaml`)) as { apps: App[] }).apps as [App]

const START = ['-c', 'import src.orquestador.main']

describe.skipIf(python === undefined)('the MaravIA application', () => {
  it('describes itself as its document does', () => {
    const script = 'import json; from src.orquestador.main import app; print(json.dumps(app.openapi()))'
    const { status, stdout, stderr } = runPython(['-c', script])
    expect(status, stderr).toBe(0)
    expect(withoutValidationError(told(document))).toEqual(withoutValidationError(JSON.parse(stdout)))
  })

  it('does without what its seed world does not require, and not without the rest', () => {
    expect(runPython(START)).toMatchObject({ status: 0 })
    for (const name of app.requires) {
      const { [name as keyof typeof ENVIRONMENT]: _, ...others } = ENVIRONMENT
      expect(runPython(START, others)).toMatchObject({ status: 1, stderr: `${app.missing.replace('{name}', name)}\n` })
    }
  })

  it('refuses what its seed world says, in its words', () => {
    for (const { name, length, log } of app.shortest) {
      const short = { ...ENVIRONMENT, [name]: 'x'.repeat(length - 1) }
      const said = log.map((line) => `${line.replace('{length}', String(length - 1))}\n`).join('')
      expect(runPython(START, short)).toMatchObject({ status: 1, stderr: said })
    }
    expect(app.refuses.map(({ name }) => name)).toEqual(['CORS_ORIGINS'])
    for (const value of ['*', 'https://a.example.com, *'])
      expect(runPython(START, { ...ENVIRONMENT, CORS_ORIGINS: value })).toMatchObject({
        status: 1,
        stderr: `${app.refuses[0]?.log.join('\n')}\n`,
      })
    expect(runPython(START, { ...ENVIRONMENT, CORS_ORIGINS: 'https://a.example.com' }).status).toBe(0)
  })

  it('passes its own tests', () => {
    const { status, stderr } = runPython([
      '-m',
      'unittest',
      'discover',
      '--start-directory',
      'tests',
      '--top-level-directory',
      '.',
    ])
    expect(stderr).toMatch(/Ran [1-9]\d* tests/)
    expect(status, stderr).toBe(0)
  })

  it('has a line in its example of configuration for each variable that can be set', () => {
    const script = 'from src.orquestador.settings import Settings; print(*Settings.model_fields)'
    const settings = runPython(['-c', script]).stdout.trim().toUpperCase().split(' ')
    const lines = [...readText(join(FIXTURE, 'laptop/maravia/.env.example')).matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    )
    // The image says its version; another address for OpenAI is for tests.
    expect(lines.toSorted()).toEqual(
      settings.filter((name) => !/^(APP_VERSION|OPENAI_BASE_URL)$/.test(name)).toSorted(),
    )
  })
})
