import { spawnSync } from 'node:child_process'
import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { check } from '#check/check.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { isSampleValue } from '#check/rules/command/sample.ts'
import { parsePage } from '#document/parse.ts'
import { seedSchema } from '#schema/seed.ts'
import { badRow, exampleRow } from '#service/generate/example.ts'
import { requestSchema } from '#service/generate/json-schema.ts'
import { makeService } from '#service/generate/make.ts'
import type { MadeFile, Service } from '#service/generate/service.ts'
import { readExperiment } from '#service/manifest/read.ts'
import { loadAllTools } from '#tools/load.ts'
import { readTemplate } from '../../src/cli/new/service/template.ts'
import { fromMachine } from '../require.ts'
import { anyExperiment } from './any-manifest.ts'

/** The long suite makes all of them. */
const SERVICES = process.env.SUITE === 'long' ? 500 : 40
const python3 = await fromMachine('python3')
const template = readTemplate()
const tools = await loadAllTools()
const formats = await loadAllFormats()

const anyService: fc.Arbitrary<Service> = fc
  .record({
    experiment: anyExperiment,
    id: fc.stringMatching(/^[a-z]{2}[a-z0-9]{0,8}(-[a-z0-9]{1,6})?$/).filter((id) => !isSampleValue(id)),
    title: fc.constantFrom('Churn API', 'L\'API: "una" #1', 'Nº 2 — {x} & <y>', '- list', '@at'),
    version: fc.constantFrom('1.0.0', '2.3.1', '0.0.0', 'v3', '2026.11.29'),
    cors: fc.constantFrom([], ['https://app.example.com']),
    monitoring: fc.boolean(),
    locale: fc.constantFrom('es' as const, 'en' as const),
  })
  .map(({ experiment, ...asked }) => ({ ...asked, ...experiment }))

const services = fc.sample(anyService, { numRuns: SERVICES, seed: 15 })

test('each manifest is valid', () => {
  for (const { manifest, modelText } of services) {
    const read = readExperiment({ file: 'm.json', text: JSON.stringify(manifest), fileBeside: () => modelText })
    expect(read).toEqual({ manifest, model: expect.anything(), modelText })
  }
})

test('the example request validates, and the bad one does not', () => {
  for (const { manifest } of services) {
    const validator = new Validator(requestSchema(manifest) as never, '2020-12')
    expect(validator.validate(exampleRow(manifest)).errors).toEqual([])
    expect(validator.validate(badRow(manifest).row).valid).toBe(false)
  }
})

test.runIf(python3)('the Python parses', () => {
  const texts = services.map((service) => textOf(makeService(service, template).service, 'api/schemas.py'))
  const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)'
  const { status, stderr } = spawnSync('python3', ['-c', program], { input: JSON.stringify(texts), encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('the pages have no findings, and the world is one', { timeout: 300_000 }, () => {
  for (const service of services) {
    const made = makeService(service, template)
    const parsed = made.knowledge
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ path, text }) => parsePage({ file: path, source: text }))
    const found = [
      ...parsed.flatMap(({ findings }) => findings),
      ...check(
        parsed.flatMap(({ page }) => page ?? []),
        around(made),
      ),
    ]
    expect(found.map(({ code, place }) => `${place.file}:${place.start.line} ${code}`)).toEqual([])
    const seed = textOf(made.knowledge, `runbooks/fixtures/${service.id}/seed.yaml`)
    expect(seedSchema.safeParse(parse(seed)).error).toBeUndefined()
    const { title, cors } = service
    expect(parse(textOf(made.service, 'settings.yaml'))).toMatchObject({ title, cors_origins: cors })
  }
})

function textOf(files: readonly MadeFile[], path: string): string {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`${path} is not made`)
  return found.text
}

/** What the checks know of a world that was made. */
function around({ service, knowledge }: { service: readonly MadeFile[]; knowledge: readonly MadeFile[] }) {
  const world = [...service, ...knowledge.filter(({ path }) => !path.endsWith('.md'))]
  const words = new Set(world.flatMap(({ path, text }) => `${path} ${text}`.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []))
  const files = new Map(service.map(({ path, text }) => [path, { text, executable: false }]))
  return {
    tools,
    formats,
    workspaceFiles: () => new Set(files.keys()),
    workspaceFile: (_: string, path: string) => files.get(path),
    worldWords: () => words,
    situations: () => new Set(['previous-running']),
    variations: () => new Set(['key-from-before', 'second-run', 'other-time-zone']),
    findingCodes: FINDING_CODES,
    projectFile: () => true,
  }
}
