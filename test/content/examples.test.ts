import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fromMachine } from '../require.ts'

const python3 = await fromMachine('python3')
const EXAMPLES = 'content/examples'

test.runIf(python3)('the training gives the models and manifests that are there', () => {
  const copy = mkdtempSync(join(tmpdir(), 'examples-'))
  try {
    cpSync(EXAMPLES, copy, { recursive: true })
    const { status, stderr } = spawnSync('python3', ['-B', 'train.py'], { cwd: copy, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    for (const name of ['churn-classifier', 'product-recommender']) {
      const [before, after] = [EXAMPLES, copy].map((root) => [
        readFileSync(join(root, name, 'model.json'), 'utf8'),
        { ...JSON.parse(readFileSync(join(root, name, 'experiment_manifest.json'), 'utf8')), library_versions: {} },
      ])
      expect(after).toEqual(before)
    }
  } finally {
    rmSync(copy, { recursive: true })
  }
})
