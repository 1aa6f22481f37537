import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeService } from '#service/generate/make.ts'
import { readExperiment } from '#service/manifest/read.ts'
import { readTemplate } from '../../src/cli/new/service/template.ts'
import { exampleManifest } from './examples.ts'

const WORLD = 'runbooks/fixtures/churn-api'
const LAPTOP = `${WORLD}/laptop/churn-api`

/** What the command of the guide to model services makes, by path from the root of the repository. */
function made(): Map<string, string> {
  const { text, beside } = exampleManifest('churn-classifier')
  const experiment = readExperiment({ file: 'm.json', text, fileBeside: beside })
  if (Array.isArray(experiment)) throw new Error('the manifest of the example is broken')
  const asked = { version: '1.0.0', cors: [], monitoring: true, locale: 'es' as const }
  const { service, knowledge } = makeService(
    { id: 'churn-api', title: 'Customer Churn API', ...asked, ...experiment },
    readTemplate(),
  )
  return new Map([
    ...knowledge.map(({ path, text: content }) => [path, content] as const),
    ...service.map(({ path, text: content }) => [`${LAPTOP}/${path}`, content] as const),
  ])
}

test('the system churn-api is what the command makes, whole and to the letter', () => {
  const shipped = readdirSync(WORLD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name))
  const files = made()
  expect([...files.keys()].filter((path) => path.startsWith(WORLD)).sort()).toEqual(shipped.sort())
  for (const [path, text] of files) expect(readFileSync(path, 'utf8'), path).toBe(text)
})

test.each(['es', 'en'])('the guide in %s gives that command', (locale) => {
  const guide = readFileSync(`content/docs/${locale === 'es' ? '' : 'en/'}guides/model-service.md`, 'utf8')
  expect(guide).toContain(
    '`pnpm new service churn-api --manifest content/examples/churn-classifier/experiment_manifest.json --title "Customer Churn API"`',
  )
})
