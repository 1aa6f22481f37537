import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LiveProcess, startLive } from '../../../support/live-process.ts'
import { commandsWith, watchdogsOf } from '../../../support/processes.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'outlive-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Longer than a test waits, and found by its number. */
let length = 0
const nextSleep = () => `sleep ${7000 + length++}.${process.pid}`

const WAITS = { timeout: 180_000, interval: 50 }

/** A run in a step that started a daemon, too, and ignores being told to end. */
async function stubborn(rest: Partial<Parameters<typeof startLive>[0]> = {}): Promise<LiveProcess & { sleep: string }> {
  const sleep = nextSleep()
  const text = `trap '' TERM; (setsid ${sleep} &); env -i bash -c "trap '' TERM; ${sleep}; :" & touch there; ${sleep}; ${sleep}`
  const live = startLive({
    directory,
    steps: [{ id: 'wait', effect: 'update', text }],
    options: { yes: true },
    ...rest,
  })
  await expect.poll(() => existsSync(join(directory, 'there')), WAITS).toBe(true)
  await expect.poll(() => commandsWith(sleep).length, WAITS).toBeGreaterThan(2)
  return { ...live, sleep }
}

const nothingLeft = (sleep: string) => expect.poll(() => commandsWith(sleep), WAITS).toEqual([])

describe('nothing outlives us', () => {
  test('`kill -9`: the watchdog ends the step with all it started', async () => {
    const { child, ended, sleep } = await stubborn()
    child.kill('SIGKILL')
    await ended
    await nothingLeft(sleep)
  })

  test('`kill -9` of the whole process group', async () => {
    const { child, ended, sleep } = await stubborn()
    process.kill(-(child.pid ?? Number.NaN), 'SIGKILL')
    await ended
    await nothingLeft(sleep)
  })

  test('`kill -9` of the watchdog first, and of us then', async () => {
    const { child, ended, sleep } = await stubborn()
    const [first] = watchdogsOf(child.pid)
    process.kill(first ?? Number.NaN, 'SIGKILL')
    await expect.poll(() => watchdogsOf(child.pid).filter((pid) => pid !== first), WAITS).toHaveLength(1)
    child.kill('SIGKILL')
    await ended
    await nothingLeft(sleep)
  })

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
    const { child, ended, sleep } = await stubborn()
    child.kill(signal)
    expect(await ended).toBe(130)
    await nothingLeft(sleep)
  })

  test('a second Ctrl-C does not wait, and the run still ends in order', async () => {
    const { child, ended, sleep, printed } = await stubborn()
    child.kill('SIGINT')
    await new Promise((wake) => setTimeout(wake, 300))
    const from = performance.now()
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(performance.now() - from).toBeLessThan(1500)
    expect(printed()).toContain('interrupted')
    await nothingLeft(sleep)
  })

  test('a terminal that is closed', async () => {
    const { child, ended, sleep } = await stubborn({ typed: true })
    child.kill('SIGKILL')
    await ended
    await nothingLeft(sleep)
  })

  test('a parent that is killed, be it behind a shell', async () => {
    const sleep = nextSleep()
    const steps = [{ id: 'wait', effect: 'update' as const, text: `touch there; ${sleep}` }]
    const { child, ended } = startLive({ directory, steps, options: { yes: true }, under: 'parent' })
    await expect.poll(() => existsSync(join(directory, 'there')), WAITS).toBe(true)
    process.kill(child.pid ?? Number.NaN, 'SIGKILL')
    await ended
    await nothingLeft(sleep)
    await expect.poll(() => commandsWith(directory), WAITS).toEqual([])
  })

  test('what a step that passed left running on purpose stays, and the watchdog goes', async () => {
    const sleep = nextSleep()
    const steps = [{ id: 'start', effect: 'update' as const, text: `nohup ${sleep} >/dev/null 2>&1 & echo $! > pid` }]
    const { child, ended } = startLive({ directory, steps, options: { yes: true } })
    expect(await ended).toBe(0)
    await expect.poll(() => watchdogsOf(child.pid), WAITS).toEqual([])
    expect(commandsWith(sleep)).toHaveLength(1)
    process.kill(Number(readFileSync(join(directory, 'pid'), 'utf8')))
  })
})
