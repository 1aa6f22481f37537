import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { widthOf } from '#report/style.ts'
import { startLive } from '../../../support/live-process.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'w-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const steps = Array.from({ length: 70 }, (_, index) => ({
  id: `step-${index}-with-a-name`,
  effect: 'read' as const,
  text: index < 3 ? 'printf "no newline"' : 'echo "this failed" >&2; false',
}))
const parameters = { PROJECT: { type: 'gcp-project-id' as const, example: 'x' } }
const environment = { PROJECT: 'a-project-with-a-long-name-123' }

const shownAt = async (columns: number, plain = false) => {
  const run = startLive({
    directory,
    steps,
    parameters,
    environment,
    options: { yes: true },
    typed: true,
    columns,
    plain,
  })
  await run.answer('What now?', 'q')
  expect(await run.ended).toBe(1)
  return run.printed().replaceAll('\r\n', '\n')
}

test.each([60, 80, 200])(
  'in a terminal of %i columns no line is wider, and the last screen says what failed',
  async (columns) => {
    const text = stripVTControlCharacters(await shownAt(columns))
    const wide = text.split('\n').filter((line) => widthOf(line) > columns && !/Journal:|^To go on/.test(line))
    // Findings are one line for whoever copies them.
    expect(wide.filter((line) => !/Last message|What to do|Step "/.test(line))).toEqual([])
    expect(text.split('\n').slice(-24).join('\n')).toContain('this failed')
    expect(text).toContain('66 steps not run after the failure')
    expect(text).toContain('no newline\n')
  },
)

test('with --plain there is neither colour nor mark, and nothing is written over', async () => {
  const text = await shownAt(80, true)
  expect(text).not.toMatch(/[✔✘▸–■│]/)
  expect(text.replaceAll('\u001b[?2004l', '')).not.toContain('\u001b[')
  expect(text).toContain('passed: step-0-with-a-name, executed')
})
