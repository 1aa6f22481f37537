import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLive } from '../../../support/live-process.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'unattended-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const change = { id: 'change', effect: 'update' as const, text: 'touch changed' }
const remove = { id: 'remove', effect: 'delete' as const, text: 'touch removed' }
const byHand = { id: 'by-hand', effect: 'update' as const, text: 'touch by-hand', manual: 'Only a person can.' }

const made = () => readdirSync(directory).filter((name) => /^(changed|removed|by-hand)$/.test(name))

describe('with nobody to answer', () => {
  test.each([
    ['nothing', {}, [change], 2, [], 'there is nobody here to answer'],
    ['--yes', { yes: true }, [change], 0, ['changed'], 'demo: passed'],
    [
      '--yes, and a deletion',
      { yes: true },
      [change, remove],
      2,
      [],
      'There are steps that delete (remove), and --yes does not confirm deletions.',
    ],
    ['--yes-delete alone', { yesDelete: true }, [change, remove], 2, [], 'there is nobody here to answer'],
    ['both', { yes: true, yesDelete: true }, [change, remove], 0, ['changed', 'removed'], 'demo: passed'],
    [
      'both, and a step by hand',
      { yes: true, yesDelete: true },
      [change, byHand],
      2,
      [],
      'There are steps that only a person can do (by-hand)',
    ],
  ])('%s', async (_, options, steps, status, left, words) => {
    const run = startLive({ directory, steps, options })
    expect(await run.ended).toBe(status)
    expect(run.printed()).toContain(words)
    expect(made()).toEqual(left)
  })
})

describe('in a terminal, with --yes and --yes-delete,', () => {
  test.each([
    ['y', 0],
    ['n', 130],
  ])('a step by hand is asked about, and %s is the answer', async (answer, status) => {
    const run = startLive({ directory, steps: [byHand, change], options: { yes: true, yesDelete: true }, typed: true })
    await run.prints('Done? [y/N/r]')
    await new Promise((wake) => setTimeout(wake, 500))
    run.child.stdin?.write(`${answer}\r`)
    expect(await run.ended).toBe(status)
    expect(made()).toEqual(status === 0 ? ['changed'] : [])
  })
})

test('in a terminal, --yes still asks before a deletion', async () => {
  const run = startLive({ directory, steps: [change, remove], options: { yes: true }, typed: true })
  await run.prints('This step deletes. To run it, type remove: ')
  expect(made()).toEqual(['changed'])
  await new Promise((wake) => setTimeout(wake, 500))
  run.child.stdin?.write('remove\r')
  expect(await run.ended).toBe(0)
  expect(made()).toEqual(['changed', 'removed'])
})
