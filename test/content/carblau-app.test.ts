import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fromMachine } from '../require.ts'
import { readText } from './pages.ts'

const FIXTURE = 'runbooks/fixtures/carblau'
const APP = `${FIXTURE}/laptop/carblau`

const python = await fromMachine('python3')

describe('the CarBlau application', () => {
  it('serves the paths and methods its OpenAPI document describes', () => {
    const { paths } = parse(readText(`${FIXTURE}/openapi.yaml`)) as { paths: Record<string, object> }
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    const routes = [...readText(`${APP}/app/main.py`).matchAll(/^@app\.(\w+)\("([^"]+)"\)/gm)]
    expect(routes.map(([, method, path]) => `${method} ${path}`)).toEqual(described)
  })

  it('requires the variables its seed world says', () => {
    const { apps } = parse(readText(`${FIXTURE}/seed.yaml`)) as { apps: { requires: string[] }[] }
    const [, tuple = ''] = /^REQUIRED = \((.*)\)$/m.exec(readText(`${APP}/app/settings.py`)) ?? []
    expect([...tuple.matchAll(/"(\w+)"/g)].map(([, name]) => name)).toEqual(apps[0]?.requires)
  })

  it.skipIf(python === undefined)('passes its own tests', () => {
    const { status, stderr } = spawnSync('python3', ['-B', '-m', 'unittest', 'discover', 'tests'], {
      cwd: join(import.meta.dirname, '../..', APP),
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/Ran [1-9]\d* tests/)
    expect(status, stderr).toBe(0)
  })
})
