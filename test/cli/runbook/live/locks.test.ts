import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { describe, expect, test, vi } from 'vitest'
import type { DemoStep } from '../../../support/live-demo.ts'
import { liveDirectory, READING } from '../../../support/live-directory.ts'

const place = liveDirectory()
const { touch, exists, unattended, started } = place

const parameters = { PROJECT: { type: 'gcp-project-id' as const, label: { es: 'p', en: 'p' }, example: 'my-project' } }
const waiting: DemoStep[] = [
  { id: 'wait', effect: 'update', text: 'touch there; until test -e go; do sleep 0.1; done' },
]
const at = (project: string) => ({ parameters, options: { flags: { PROJECT: project } } })
const isThere = () => vi.waitUntil(() => exists('there'), { timeout: 180_000 })
const locks = () => readdirSync(place.at('state', 'locks'))

describe('two runs at once', () => {
  test('of one target: the second is refused, and told who, where and since when', async () => {
    const first = started({ steps: waiting, ...at('my-project') })
    await isThere()
    const message = expect.stringMatching(
      new RegExp(`changing my-project: \\S+Z-demo, of ${userInfo().username} on ${hostname()}, for \\d+ m?s`),
    )
    await expect(unattended(at('my-project'))).rejects.toMatchObject({ exit: 4, message })
    touch('go')
    expect(await first.ended).toBe(0)
    expect((await unattended(at('my-project'))).status).toBe(0)
    expect(locks()).toEqual([])
  })

  test('of two targets, or where the second only reads, are fine', async () => {
    const first = started({ steps: waiting, ...at('my-project') })
    await isThere()
    const other = unattended({
      ...at('other-project'),
      steps: READING,
      options: { flags: { PROJECT: 'other-project' }, selection: { only: ['set'] } },
    })
    expect((await other).status).toBe(0)
    expect((await unattended({ ...at('my-project'), steps: READING.slice(0, 1) })).status).toBe(0)
    touch('go')
    expect(await first.ended).toBe(0)
  })

  test('of runs without a target, on one machine: the second is refused', async () => {
    const first = started({ steps: waiting })
    await isThere()
    await expect(unattended()).rejects.toMatchObject({ exit: 4, message: expect.stringContaining(hostname()) })
    touch('go')
    expect(await first.ended).toBe(0)
  })

  test('that go on with the same run: the second is refused', async () => {
    const steps: DemoStep[] = [
      {
        id: 'wait',
        effect: 'read',
        text: 'test -e again || exit 1; touch there; until test -e go; do sleep 0.1; done',
      },
    ]
    expect((await unattended({ steps })).status).toBe(1)
    touch('again')
    const first = started({ steps, options: { resume: '' } })
    await isThere()
    const message = expect.stringContaining('under way already')
    await expect(unattended({ steps, options: { resume: '' } })).rejects.toMatchObject({ exit: 4, message })
    touch('go')
    expect(await first.ended).toBe(0)
  })
})

describe('a lock', () => {
  test('of a run that was killed is taken over, and says so', async () => {
    const first = started({ steps: waiting, ...at('my-project') })
    await isThere()
    first.child.kill('SIGKILL')
    await first.ended
    expect(locks().length).toBeGreaterThan(0)
    touch('go')
    const fake = started({ steps: waiting, ...at('my-project') })
    expect(await fake.ended).toBe(0)
    expect(fake.printed()).toMatch(/The run \S+, of \S+, died with its lock held; it is taken over/)
    expect(locks().filter((name) => name.startsWith('project='))).toEqual([])
  })

  test('of another machine is not: it says which file to delete', async () => {
    const first = started({ steps: waiting, ...at('my-project') })
    await isThere()
    const [file = ''] = locks().filter((name) => name.startsWith('project='))
    const path = place.at('state', 'locks', file)
    const holder = readFileSync(path, 'utf8')
    touch('go')
    expect(await first.ended).toBe(0)
    writeFileSync(path, holder.replaceAll(`${hostname()}:`, 'elsewhere:'))
    const error = await unattended(at('my-project')).catch((one) => one)
    expect(error).toMatchObject({ exit: 4 })
    expect(error.hint.en).toContain(path)
  })
})
