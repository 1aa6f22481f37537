import { expect, test } from 'vitest'
import { openKnowledge } from '../../../src/knowledge/pipeline/pipeline.ts'
import { checkInThreads } from '../../../src/knowledge/pipeline/threads.ts'

test('pages checked in threads give what they give one after another', async () => {
  const [threads, alone] = await Promise.all(
    [true, false].map(async (threads) => (await openKnowledge({ threads })).check()),
  )
  expect(alone?.outlines.length).toBeGreaterThan(40)
  expect(threads).toEqual(alone)
})

test('what a thread fails at is told, and the threads end', async () => {
  const missing = Array.from({ length: 30 }, (_, index) => [`content/docs/missing-${index}.md`])
  await expect(checkInThreads(missing)).rejects.toThrow(/ENOENT.*missing-/)
})
