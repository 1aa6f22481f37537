import { afterEach, describe, expect, it, vi } from 'vitest'
import { requireOrSkip } from './require.ts'

describe('a test that needs something of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it('runs where it is available', () => {
    expect(requireOrSkip('Docker', true)).toBe(true)
  })

  it('is skipped loudly where it is not', () => {
    vi.stubEnv('CI', '')
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(requireOrSkip('Docker', false)).toBe(false)
    expect(write.mock.calls.join()).toContain('SKIPPED: Docker is not available')
  })

  it('fails in CI', () => {
    vi.stubEnv('CI', 'true')
    expect(() => requireOrSkip('Docker', false)).toThrow(
      'Docker is not available on this machine, and CI=true requires it',
    )
  })
})
