import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { EN, editing } from '../../support/docker-commands.ts'
import { copyProject } from '../../support/project-copy.ts'

const project = copyProject()
afterAll(() => project.close())
beforeEach(() => project.restore())

const { both, lineOf } = editing(project)
const verify = (...args: string[]) => project.run('verify', 'docker-commands', ...args)

describe('verify --variations', () => {
  test('runs every procedure so many times, and reports each', () => {
    const { status, stdout, stderr } = verify('--variations', '2', '--report', 'text', '--report', 'json=out.json')
    expect(status).toBe(0)
    const { variations } = reportSchema.parse(JSON.parse(project.read('out.json')))
    expect(variations?.runs.map(({ status, number }) => `${number} ${status}`)).toEqual(['1 passed', '2 passed'])
    expect(stdout).toContain(`Variations: 2 per procedure, seed ${variations?.seed}`)
    expect(stderr).toMatch(/docker-commands · \S+ {2}2 passed/)
  })

  test('the same seed repeats a failure, at the line of the page that only holds with the example', () => {
    both('docker stop carblau-api', 'test "$IMAGE_TAG" = 1.4.0\ndocker stop carblau-api')
    project.run('generate')
    const first = verify('--variations', '2', '--variation-seed', '3')
    expect(first.status).toBe(1)
    expect(first.stdout).toContain(`${EN}:${lineOf(EN, 'test "$IMAGE_TAG"')}:1  Error STEP_VARIATION_FAILED`)
    expect(first.stdout).toMatch(/does not hold with IMAGE_TAG=\S+ \(instead of 1\.4\.0\)\./)
    expect(first.stdout).toContain('--variations 2 --variation-seed 3')
    const again = verify('--variations', '2', '--variation-seed', '3')
    const difference = (text: string) => /does not hold with .*/.exec(text)?.[0]
    expect(difference(again.stdout)).toBe(difference(first.stdout))
  })

  test.each([
    [['--variations', '0'], '--variations takes a whole number'],
    [['--variations', 'two'], '--variations takes a whole number'],
    [['--variation-seed', '1'], 'say how many'],
    [['--variations', '2', '--static'], '--static and --variations do not go together'],
    [['--variations', '2', '--shard', '1/2'], 'add --variation-seed'],
  ])('%j is refused', (args, why) => {
    expect(verify(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(why) })
  })
})
