import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Locking, takeLock } from '#run/journal/lock.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const who = { run: 'a-run', by: 'me', at: '2026-01-01T00:00:00.000Z' }
const take = () => takeLock(directory, 'project=my-project', who)
const isOurs = (locking: Locking) => 'release' in locking

test('is held by one, and free again once let go', async () => {
  const first = await take()
  expect(await take()).toMatchObject({ heldBy: { run: 'a-run', by: 'me', owner: expect.stringContaining(hostname()) } })
  if ('release' in first) first.release()
  expect(isOurs(await take())).toBe(true)
  expect(readdirSync(directory)).toEqual(['project=my-project.lock'])
})

test('of a process that is gone is taken over, and of another host never', async () => {
  const file = join(directory, 'project=my-project.lock')
  writeFileSync(file, JSON.stringify({ ...who, owner: `${hostname()}:999999999:1` }))
  expect(await take()).toMatchObject({ stale: { run: 'a-run' } })
  writeFileSync(file, JSON.stringify({ ...who, owner: 'elsewhere:1:1' }))
  expect(await take()).toMatchObject({ heldBy: { owner: 'elsewhere:1:1' }, file })
})

test('a file that is no lock is in nobody’s way', async () => {
  writeFileSync(join(directory, 'project=my-project.lock'), 'nonsense')
  expect(isOurs(await take())).toBe(true)
})

test('a name stays within the directory', async () => {
  expect(isOurs(await takeLock(directory, 'host=../../etc/x', who))).toBe(true)
  expect(readdirSync(directory)).toEqual(['host=.._.._etc_x.lock'])
})

/** Takes the lock in a process of its own, holds it for a moment, and says whether it had it. */
const RACER = `
  import { takeLock } from '#run/journal/lock.ts'
  const [directory] = process.argv.slice(1)
  const locking = await takeLock(directory, 'x', ${JSON.stringify(who)})
  if ('release' in locking) {
    console.log('had it', Date.now())
    await new Promise((wake) => setTimeout(wake, 1500))
  }
`

test.each([['free'], ['left by a process that is gone']])('of many at once one has it, when it is %s', async (kind) => {
  if (kind !== 'free')
    writeFileSync(join(directory, 'x.lock'), JSON.stringify({ ...who, owner: `${hostname()}:999999999:1` }))
  const race = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', RACER, directory])
  const ends = await Promise.all(Array.from({ length: 8 }, race))
  expect(ends.filter(({ stdout }) => stdout.startsWith('had it'))).toHaveLength(1)
})
