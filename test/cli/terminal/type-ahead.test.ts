import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LiveProcess, startLive } from '../../support/live-process.ts'

/** Starting a process can take seconds. */
const ENOUGH_MS = 240_000

let directory: string
let live: LiveProcess
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'typed-'))
  live = startLive({
    directory,
    typed: true,
    steps: [
      { id: 'slow', effect: 'read', text: 'echo und""er way; until [ -e typed ]; do sleep 0.1; done; sleep 0.5' },
      { id: 'remove', effect: 'delete', text: 'touch removed' },
    ],
  })
})
afterEach(async () => {
  live.child.stdin?.end()
  await live.ended
  rmSync(directory, { recursive: true })
})

const QUESTION = 'This step deletes. To run it, type remove: '
const type = (keys: string) => live.child.stdin?.write(keys)
const removed = () => readdirSync(directory).includes('removed')

/** Types keys while the slow step runs, and lets it end once the terminal has them. */
async function typeAhead(keys: string): Promise<void> {
  await live.prints('under way')
  type(keys)
  await wait(300)
  writeFileSync(join(directory, 'typed'), '')
  await live.prints(QUESTION)
}

describe('what is typed while a step runs does not answer the question after it', () => {
  test.each([
    ['a line', 'remove\r'],
    ['several lines', 'remove\r\rremove\rremove\r'],
    ['a line that is not finished', 'remove'],
    ['a line and a half', 'remove\rno'],
    ['a paste', `\u001b[200~remove\rremove\r\u001b[201~${'remove\r'.repeat(50)}`],
  ])(
    '%s',
    async (_, keys) => {
      await typeAhead(keys)
      await wait(500)
      expect(removed()).toBe(false)
      type('\r')
      expect(await live.ended).toBe(130)
      expect(removed()).toBe(false)
    },
    ENOUGH_MS,
  )

  test(
    'and what is typed after it does',
    async () => {
      await typeAhead('n\rn')
      type('remove\r')
      expect(await live.ended).toBe(0)
      expect(removed()).toBe(true)
    },
    ENOUGH_MS,
  )

  test.each(['y', 'yes', 'demo', ''])(
    'and %j is not enough for a deletion',
    async (answer) => {
      await typeAhead('')
      type(`${answer}\r`)
      expect(await live.ended).toBe(130)
      expect(removed()).toBe(false)
    },
    ENOUGH_MS,
  )

  test(
    'Ctrl-C at the question ends the run',
    async () => {
      await typeAhead('')
      type('\u0003')
      expect(await live.ended).toBe(130)
      expect(removed()).toBe(false)
    },
    ENOUGH_MS,
  )
})
