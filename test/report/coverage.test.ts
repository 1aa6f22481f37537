import { describe, expect, test } from 'vitest'
import { countCoverage, totalCoverage } from '#schema/coverage.ts'

describe('coverage', () => {
  test('counts each block once, and rounds down', () => {
    const counts = countCoverage([...Array(1999).fill('executed'), 'emulated'])
    expect(counts).toMatchObject({ blocks: 2000, executed: 1999, emulated: 1, executedPercent: 99.9 })
    expect(countCoverage([]).executedPercent).toBe(100)
    expect(totalCoverage([counts, countCoverage(['failing'])])).toMatchObject({
      blocks: 2001,
      failing: 1,
      executedPercent: 99.9,
    })
  })
})
