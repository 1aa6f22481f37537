import { describe, expect, test } from 'vitest'
import { checkGroups } from '../../src/cli/page-group.ts'
import { checkInThreads } from '../../src/cli/page-threads.ts'
import { addressFile, pageFiles } from '../../src/cli/pages.ts'

describe('pages checked in threads', () => {
  test('give what they give one after another, in their order', async () => {
    const groups = [...Map.groupBy(await pageFiles(), addressFile).values()]
    expect(groups.length).toBeGreaterThan(20)
    expect(await checkInThreads(groups)).toEqual(await checkGroups(groups))
  })

  test('what a thread fails at is told, and the threads end', async () => {
    const missing = Array.from({ length: 30 }, (_, index) => [`content/docs/missing-${index}.md`])
    await expect(checkInThreads(missing)).rejects.toThrow(/ENOENT.*missing-/)
  })
})
