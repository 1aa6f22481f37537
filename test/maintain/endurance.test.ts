import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { docker } from '#fixture/docker/engine.ts'
import { ownerMark } from '#run/journal/owner.ts'
import { seededNumbers } from '../../src/maintain/endurance/seeded.ts'
import { leftSince, takeTraces } from '../../src/maintain/endurance/traces.ts'
import { BUILD_MS, builtImage, dockerAvailable } from '../support/docker.ts'
import { startCli } from '../support/spawned.ts'

/** What `pnpm endurance` does for hours, short. */
describe.skipIf(!dockerAvailable)('dry runs in the Docker fixture', () => {
  test(
    'two at once and two that are killed leave nothing, and those that follow pass',
    async () => {
      const args = ['docker-commands', '--until', 'build', '--runs', '0', '--at-once', '2', '--kills', '2']
      const { status, stdout, stderr } = await startCli('endurance', [...args, '--seed', '7']).ended
      expect({ status, stdout, stderr }).toMatchObject({ status: 0 })
      expect(stdout).toMatch(
        /^\d+ runs, 0 failures, .* No container, volume, network, process or temporary file is left/,
      )
      expect(stderr.match(/^✔ at once/gm)).toHaveLength(2)
      expect(stderr.match(/^✔ after kill/gm)).toHaveLength(2)
    },
    BUILD_MS,
  )

  test('a run that fails is told, and the whole has failed', async () => {
    const args = ['docker-commands', '--until', 'nowhere', '--runs', '1', '--at-once', '0', '--kills', '0']
    const { status, stdout, stderr } = await startCli('endurance', args).ended
    expect({ status, stdout }).toMatchObject({ status: 1, stdout: expect.stringContaining('1 runs, 1 failures') })
    expect(stderr).toContain('nowhere')
  })

  test(
    'what is left is found: a container, a volume, a network, a process, a file',
    async () => {
      const name = `endurance-${randomUUID()}`
      const temporary = mkdtempSync(join(tmpdir(), 'endurance-test-'))
      const process = spawn('sleep', ['600'], { env: { MARK: name }, stdio: 'ignore' })
      const marks = { variable: `MARK=${name}`, temporary, owners: new Set([process.pid ?? Number.NaN]) }
      const before = await takeTraces({ ...marks, variable: 'MARK=other' })
      expect(await leftSince(before, { ...marks, variable: 'MARK=other' })).toEqual([])
      onTestFinished(async () => {
        process.kill()
        rmSync(temporary, { recursive: true })
        await docker('rm', '--force', name)
        await docker('volume', 'rm', name)
        await docker('network', 'rm', name)
      })
      await docker('volume', 'create', name)
      await docker('network', 'create', '--internal', name)
      const labels = ['--label=runbook-fixture=left', `--label=runbook-fixture.owner=${await ownerMark(process.pid)}`]
      await docker('create', '--network=none', `--name=${name}`, ...labels, builtImage())
      writeFileSync(join(temporary, name), '')
      expect(await leftSince(before, marks)).toEqual(
        expect.arrayContaining([
          `container ${name}`,
          `volume ${name}`,
          `network ${name}`,
          expect.stringMatching(`^process ${process.pid} `),
          `file ${join(temporary, name)}`,
        ]),
      )
    },
    BUILD_MS,
  )
})

test('moments to kill at are the same for the same seed, and all over a run', () => {
  const take = (seed: number) => {
    const random = seededNumbers(seed)
    return Array.from({ length: 200 }, random)
  }
  expect(take(1)).toEqual(take(1))
  expect(take(1)).not.toEqual(take(2))
  expect(Math.min(...take(1))).toBeLessThan(0.05)
  expect(Math.max(...take(1))).toBeGreaterThan(0.95)
  expect(Math.max(...take(1))).toBeLessThan(1)
})
