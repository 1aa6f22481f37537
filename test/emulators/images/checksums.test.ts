import { expect, test } from 'vitest'
import { sha256 } from '#emulators/images/digest.ts'
import { laptop } from '../laptop.ts'

const TEXT = '{"a":1}\n'
const SUM = sha256(TEXT)

/** Builds an image that holds a model to a list of sums: the last line the build prints of it, and its status. */
async function build(sums: string, run = 'sha256sum --check SHA256SUMS') {
  const files = {
    Dockerfile: `FROM python:3.12-slim\nCOPY model.json SHA256SUMS ./\nRUN ${run}\n`,
    'model.json': TEXT,
    SHA256SUMS: sums,
  }
  return laptop(files).script('docker build .')
}

test('a file whose sum is the listed one', async () => {
  const output = await build(`${SUM}  model.json\n`)
  expect(output).toContain('model.json: OK')
  expect(output).not.toContain('[1]')
})

test.each([
  ['another sum', `${'0'.repeat(64)}  model.json\n`, 'model.json: FAILED'],
  ['a file that is not there', `${SUM}  absent.json\n`, 'absent.json: FAILED open or read'],
  ['a list of nothing', 'model.json\n', 'no properly formatted checksum lines found'],
])('%s stops the build', async (_, sums, said) => {
  const output = await build(sums)
  expect(output).toContain(said)
  expect(output).toContain('did not complete successfully: exit code: 1')
  expect(output).toContain('[1]')
})

test('sums are printed', async () => {
  expect(await build('', 'sha256sum model.json')).toContain(`${SUM}  model.json`)
})
