import { describe, expect, test } from 'vitest'
import { liveDirectory, plain, READING, STEPS } from '../../../support/live-directory.ts'

const place = liveDirectory()
const { read, touch, gcloud, unattended, attended } = place

describe('a run goes on with what it had', () => {
  const parameters = {
    TARGET_ENV: { type: 'text' as const, label: { es: 'e', en: 'e' }, example: 'dev' },
  }
  const steps = STEPS.map((step) =>
    step.id === 'change'
      ? { ...step, effect: 'read' as const, text: `echo "$TARGET_ENV" >> changes; test -e go` }
      : step,
  )
  const demo = { parameters, steps }

  test('another value in the environment is refused, with the difference', async () => {
    expect((await unattended({ ...demo, environment: { TARGET_ENV: 'dev' } })).status).toBe(1)
    touch('go')
    const other = unattended({ ...demo, environment: { TARGET_ENV: 'prod' }, options: { resume: '' } })
    await expect(other).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('TARGET_ENV: dev → prod') })
    const flag = unattended({ ...demo, options: { resume: '', flags: { TARGET_ENV: 'prod' } } })
    await expect(flag).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('TARGET_ENV: dev → prod') })
    expect(read('changes')).toBe('dev\n')
    expect((await unattended({ ...demo, options: { resume: '' } })).status).toBe(0)
    expect(read('changes')).toBe('dev\ndev\n')
  })

  test('another selection or directory is refused, and its own needs not be said again', async () => {
    const steps = READING
    await unattended({ options: { selection: { until: 'change' } }, steps })
    touch('go')
    const from = unattended({ steps, options: { resume: '', selection: { only: ['use'] } } })
    await expect(from).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('--only: ∅ → use') })
    const there = unattended({ steps, options: { resume: '', directory: '/usr' } })
    await expect(there).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('--directory:') })
    expect((await unattended({ steps, options: { resume: '' } })).status).toBe(0)
    expect(place.exists('result')).toBe(false)
  })

  test('another account of gcloud is refused', async () => {
    await unattended({ steps: READING })
    gcloud('two@example.com')
    const message = expect.stringContaining('account: one@example.com → two@example.com')
    await expect(unattended({ steps: READING, options: { resume: '' } })).rejects.toMatchObject({ exit: 2, message })
  })
})

describe('a page that changed since', () => {
  test('in its prose alone is no obstacle', async () => {
    await unattended({ steps: READING })
    touch('go')
    const titled = READING.map((step) => ({ ...step, title: { es: 'Otro', en: 'Another' }, lines: { es: 40 } }))
    const again = await unattended({ steps: titled, hash: 'two', title: 'Another', options: { resume: '' } })
    expect(again.status).toBe(0)
  })

  test.each([
    [
      'the text',
      { text: 'echo other >> changes; test -e go' },
      /- echo line >> changes; test -e go\n.*\+ echo other >> changes/,
    ],
    ['the effect', { effect: 'update' as const }, /- effect=read timeout=240s\n.*\+ effect=update timeout=240s/],
    ['the expected output', { expect: [{ mode: 'whole' as const, text: 'x', line: 2 }] }, /\+ expect=whole\n.*\+ x/],
  ])('in %s of a step shows what differs and asks', async (_, change, shown) => {
    await unattended({ steps: READING })
    const steps = READING.map((step) => (step.id === 'change' ? { ...step, ...change } : step))
    const live = attended({ steps, hash: 'two', options: { resume: '' } })
    await live.answer('Go on with the page as it is now?', 'n')
    expect(await live.ended).toBe(3)
    expect(plain(live.printed())).toMatch(shown)
    expect(read('changes')).toBe('line\n')
  })

  test('by a step more or less, too', async () => {
    await unattended({ steps: READING })
    const more = [...READING, { id: 'more', effect: 'read' as const, text: 'true' }]
    await expect(unattended({ steps: more, options: { resume: '' } })).rejects.toMatchObject({ exit: 3 })
    await expect(unattended({ steps: READING.slice(0, 2), options: { resume: '' } })).rejects.toMatchObject({ exit: 3 })
  })
})
