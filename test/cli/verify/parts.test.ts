import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergeParts, type Part } from '#cli/verify/merge.ts'
import { shardIds, weightsOf } from '#cli/verify/shard.ts'
import { countCoverage, totalCoverage } from '#schema/coverage.ts'
import { type Report, reportSchema } from '#schema/report.ts'
import { randomOf } from '../../document/random.ts'
import { copyProject } from '../../support/project-copy.ts'

const project = copyProject()
const IDS = readdirSync(`${project.root}/runbooks`)
  .flatMap((name) => /^(.+)\.ts$/.exec(name)?.[1] ?? [])
  .sort()
const CARBLAU = IDS.filter((id) => project.read(`runbooks/${id}.ts`).includes("system: 'carblau'"))
afterAll(() => project.close())

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: project.root,
    stdio: 'pipe',
  })
const verify = (...args: string[]) => project.run('verify', '--fixture', 'embedded', ...args)
const read = (file: string): Report => reportSchema.parse(JSON.parse(project.read(file)))

describe('shards', () => {
  test('have every runbook once, and about the same to do', () => {
    const random = randomOf(7)
    for (let round = 0; round < 200; round += 1) {
      const count = random.below(40)
      const weights = new Map(Array.from({ length: count }, (_, index) => [`r${index}`, random.below(1000)]))
      const total = 1 + random.below(8)
      const parts = Array.from({ length: total }, (_, index) => shardIds(weights, { index: index + 1, total }))
      expect(parts.flat().sort()).toEqual([...weights.keys()].sort())
      const loads = parts.map((ids) => ids.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0))
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...weights.values()))
    }
  })

  test('do not depend on the order of the runbooks', () => {
    const weights: [string, number][] = [
      ['a', 1],
      ['b', 1],
      ['c', 5],
    ]
    const one = shardIds(new Map(weights), { index: 1, total: 2 })
    expect(shardIds(new Map(weights.toReversed()), { index: 1, total: 2 })).toEqual(one)
  })

  test('use durations only when all are known', () => {
    const run = { id: 'a', durationMs: 900 } as Report['runs'][0]
    const outlines = ['a', 'b'].map((id) => ({
      file: `${id}.md`,
      locale: 'es' as const,
      slug: id,
      runbook: { id, system: 's' },
      blocks: [{ line: 1 }, { line: 2 }],
    }))
    expect([...weightsOf(['a', 'b'], { runs: [run], outlines }).values()]).toEqual([2, 2])
    expect([...weightsOf(['a'], { runs: [run], outlines }).values()]).toEqual([900])
  })

  test('are joined to what one verification would have reported', () => {
    for (const index of [1, 2])
      expect(verify('--shard', `${index}/2`, '--report', `json=part-${index}.json`).status).toBe(0)
    const parts = [1, 2].map((index) => read(`part-${index}.json`))
    for (const { runs } of parts) expect(runs.length).toBeGreaterThan(0)
    expect(parts.flatMap(({ runs }) => runs.map(({ id }) => id)).sort()).toEqual(IDS)
    const reports = ['json=all.json', 'junit=all.xml', 'sarif=all.sarif', 'text'].flatMap((one) => ['--report', one])
    const merged = project.run('verify', 'merge', 'part-2.json', 'part-1.json', ...reports)
    expect(merged).toMatchObject({ status: 0, stderr: '' })
    expect(merged.stdout).toContain('✔ verify: passed')
    const all = read('all.json')
    expect(all.runs.map(({ id }) => id)).toEqual(IDS)
    verify('--report', 'json=whole.json')
    expect(all.coverage).toEqual(read('whole.json').coverage)
    expect(project.read('all.xml')).toContain('<testsuite name="docker-commands"')
    expect(project.run('verify', 'merge', 'part-1.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Shards 2 of 2 are missing.'),
    })
    expect(project.run('verify', 'merge', 'part-1.json', 'whole.json').stderr).toContain('is not the report of a shard')
    expect(project.run('verify', 'merge', 'package.json').stderr).toContain('is no JSON report of verify')
  })

  test.each(['0/2', '3/2', '2', 'a/b', '1/0', '-1/2'])('%s is none', (shard) => {
    expect(verify(`--shard=${shard}`).status).toBe(2)
  })
})

describe('parts that are not of one whole are refused', () => {
  const part = (index: number, change: Partial<Part['report']['shard']> = {}): Part => {
    const ids = [`r${index}`]
    const shard = { index, total: 2, ids, all: ['r1', 'r2'], checkout: 'c', ...change }
    const pages = [{ ...countCoverage(['executed']), file: `r${index}.md`, id: `r${index}`, rest: [] }]
    const coverage = { pages, total: totalCoverage(pages) }
    return {
      file: `part-${index}.json`,
      report: { version: 1, command: 'verify', locale: 'en', exitCode: 0, findings: [], runs: [], coverage, shard },
    }
  }
  const why = (parts: Part[]) => {
    try {
      mergeParts(parts)
      return 'merged'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }

  test.each([
    ['all there', [part(1), part(2)], 'merged'],
    ['one missing', [part(1)], 'Shards 2 of 2 are missing.'],
    ['one twice', [part(1), part(2), part(2)], 'are the same shard, 2'],
    ['other checkouts', [part(1), part(2, { checkout: 'd' })], 'are not parts of one verification'],
    ['another number of parts', [part(1), part(2, { total: 3 })], 'are not parts of one verification'],
    ['a runbook in both', [part(1), part(2, { ids: ['r1'] })], 'missing or there twice'],
    ['none', [], 'There are no reports to merge.'],
  ])('%s', (_, parts, message) => {
    expect(why(parts)).toContain(message)
  })

  test('the worst exit status of all holds', () => {
    const [one, two] = [part(1), part(2)]
    const exits = [3, 130].map(
      (exitCode) => mergeParts([one, { ...two, report: { ...two.report, exitCode } }]).exitCode,
    )
    expect(exits).toEqual([3, 130])
    expect(mergeParts([one, two], 100).exitCode).toBe(0)
  })
})

describe('coverage', () => {
  test('can be required: what was emulated was not executed', () => {
    const { status, stdout } = verify(
      'docker-commands',
      '--min-executed',
      '80',
      '--report',
      'text',
      '--report',
      'json=c.json',
    )
    expect(status).toBe(1)
    const { coverage, findings } = read('c.json')
    expect(coverage).toMatchObject({ required: 80, total: { executed: 0, executedPercent: 0 } })
    const page = coverage?.pages.find(({ id }) => id === 'docker-commands')
    expect(page?.rest).toHaveLength(page?.blocks ?? -1)
    const lines = page?.rest.map(({ line }) => line).join(', ')
    expect(findings).toMatchObject([{ code: 'STEP_COVERAGE_LOW', file: page?.file, line: page?.rest[0]?.line }])
    expect(stdout).toContain(`Not executed: ${lines}`)
    expect(stdout).toContain('80 % executed is required of every runbook.')
    expect(verify('docker-commands', '--min-executed', '0').status).toBe(0)
  })

  test.each([['101'], ['-1'], ['many'], ['']])('%j is no share', (share) => {
    expect(verify(`--min-executed=${share}`).status).toBe(2)
  })

  test('of what runs nothing cannot be required', () => {
    expect(verify('--static', '--min-executed', '80').status).toBe(2)
  })
})

describe('what changed', () => {
  beforeAll(() => {
    git('init', '--quiet', '--initial-branch=main')
    project.write('.gitignore', 'node_modules\n.runbook\n*.json\n*.xml\n*.sarif\n')
    git('add', '.')
    git('commit', '--quiet', '--message=all')
  })
  const ran = (...args: string[]) => {
    const { status, stderr } = verify('--report', 'json=changed.json', ...args)
    return status === 0
      ? read('changed.json')
          .runs.map(({ id }) => id)
          .sort()
      : { status, stderr }
  }

  test('is nothing, a page, a seed world, the tools', () => {
    expect(ran('--changed')).toEqual([])
    for (const language of ['', 'en/'])
      project.edit(`content/docs/${language}runbooks/docker-commands.md`, '--tail=20', '--tail=30')
    project.run('generate')
    expect(ran('--changed')).toEqual(['docker-commands'])
    git('commit', '--quiet', '--all', '--message=page')
    expect(ran('--changed=HEAD~1')).toEqual(['docker-commands'])
    expect(ran('--changed=HEAD')).toEqual([])
    project.write('runbooks/fixtures/carblau/laptop/new-file', 'x')
    expect(ran('--changed=HEAD')).toEqual(CARBLAU)
    project.remove('runbooks/fixtures/carblau/laptop/new-file')
    project.write('src/emulators/world.ts', `${project.read('src/emulators/world.ts')}\n`)
    expect(ran('--changed=HEAD')).toEqual(IDS)
  })

  test.each(['no-such-branch', '--output=/tmp/x', '-p'])('since %s is wrong usage', (ref) => {
    expect(verify(`--changed=${ref}`)).toMatchObject({ status: 2, stderr: expect.stringContaining('git knows no') })
  })
})
