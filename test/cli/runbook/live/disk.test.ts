import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { journalEntrySchema } from '#schema/journal.ts'
import { fromMachine } from '../../../require.ts'
import type { DemoStep } from '../../../support/live-demo.ts'
import { liveDirectory } from '../../../support/live-directory.ts'
import { commandsWith } from '../../../support/processes.ts'

const place = liveDirectory()

/** How a small or a read-only disk can be had here. */
const disks = await fromMachine('mounts')

/** A run in a file system of its own: what stands at `state` there is as `mount` makes it. */
const onDisk = (mount: string, steps: readonly DemoStep[]) => {
  mkdirSync(place.at('state'))
  return place.started({
    steps,
    through: [
      'unshare',
      '--map-root-user',
      '--mount',
      'sh',
      '-c',
      `${mount.replaceAll('STATE', place.at('state'))} && exec "$@"`,
      'sh',
    ],
  })
}

const CHANGE: DemoStep = { id: 'change', effect: 'update', text: 'touch changed' }

describe('a state directory', () => {
  test('that cannot be made stops the run before its first step', async () => {
    writeFileSync(place.at('state'), 'a file')
    const error = await place.unattended({ steps: [CHANGE] }).catch((one) => one)
    expect(error).toMatchObject({ exit: 4, message: expect.stringContaining('cannot be written') })
    expect(error.hint.en).toContain('XDG_STATE_HOME')
    expect(place.exists('changed')).toBe(false)
  })

  test.skipIf(!disks).each([
    ['read-only', 'mount -t tmpfs -o ro none STATE', /read-only/],
    [
      'full',
      'mount -t tmpfs -o size=16k none STATE && { cat /dev/zero > STATE/full || :; }',
      /no space is left|ENOSPC/,
    ],
    ['too small for what is kept free', 'mount -t tmpfs -o size=200k none STATE', /no space is left/],
  ])('that is %s does, with status 4 and no stack', async (_, mount, reason) => {
    const live = onDisk(mount, [CHANGE])
    expect(await live.ended).toBe(4)
    expect(live.printed()).toMatch(reason)
    expect(live.printed()).not.toContain('    at ')
    expect(place.exists('changed')).toBe(false)
  })

  test.skipIf(!disks)('that fills up in a step ends that step, and not us', async () => {
    const sleep = `sleep 8300.${process.pid}`
    const chatty: DemoStep = {
      id: 'chatty',
      effect: 'update',
      text: `touch started; (${sleep} &); while :; do head -c 60000 /dev/zero | tr '\\0' 'x'; echo; sleep 0.01; done`,
    }
    const live = onDisk('mount -t tmpfs -o size=2m none STATE', [chatty, CHANGE])
    expect(await live.ended).toBe(1)
    expect(place.exists('changed')).toBe(false)
    expect(live.printed()).toMatch(/no space is left/)
    expect(live.printed()).toMatch(/✘.*chatty/)
    expect(live.printed()).not.toContain('    at ')
    await expect.poll(() => commandsWith(sleep), { timeout: 180_000 }).toEqual([])
  })
})

test('a journal that takes nothing more, not even the end of the step, ends the run in order, and every line of it stands', async () => {
  const chatty: DemoStep = {
    id: 'chatty',
    effect: 'update',
    text: `while :; do head -c 60000 /dev/zero | tr '\\0' 'x'; echo; done`,
  }
  const live = place.started({
    steps: [chatty],
    through: ['bash', '-c', 'ulimit -f 2048; trap "" XFSZ; exec "$@"', 'bash'],
  })
  // Whether the end of the step still fits decides the status.
  expect([1, 4]).toContain(await live.ended)
  expect(live.printed()).toContain('no space is left')
  expect(live.printed()).not.toContain('    at ')
  const directory = place.at('state', 'runs')
  for (const name of readdirSync(directory).filter((one) => one.endsWith('.jsonl')))
    for (const line of readFileSync(`${directory}/${name}`, 'utf8').trimEnd().split('\n'))
      expect(journalEntrySchema.safeParse(JSON.parse(line)).success).toBe(true)
  expect(existsSync(directory)).toBe(true)
})
