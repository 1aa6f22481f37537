import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Judged, judgeSystem, renderShares, sharesOf } from './judge.ts'
import { readSurvivors } from './survivors.ts'

/** Shares from 0 to 1 of the mutants that are not the same page. `run` is of those that were run, or needed no run. */
interface Least {
  mutants: number
  static: number
  run: number
}

/** What must hold of the mutants of a system's runbooks. Prints the shares by kind; `.runbook/mutants-<system>.txt` has each mutant. */
export async function expectCaught(system: string, least: Least): Promise<void> {
  const { all, judged } = await judgeSystem(system)
  const listed = readSurvivors()
  const equivalent = new Set([...listed].flatMap(([key, verdict]) => (verdict === 'equivalent' ? [key] : [])))
  const keys = (by: Judged['by']) => judged.filter((one) => one.by === by).map(({ mutant }) => mutant.key)
  const table = renderShares(judged, equivalent)
  const each = judged.map(({ by, code = '', mutant }) => `${by} ${code} ${mutant.key}`).toSorted()
  mkdirSync('.runbook', { recursive: true })
  writeFileSync(`.runbook/mutants-${system}.txt`, `${table}\n\n${each.join('\n')}\n`)
  process.stdout.write(`\n${system}\n${table}\n`)

  test('there are enough mutants', () => expect(judged.length).toBeGreaterThanOrEqual(least.mutants))

  test('every survivor is listed with its reason', () => {
    expect(keys('nothing').filter((key) => !listed.has(key))).toEqual([])
  })

  test('every survivor listed is a mutant that still survives', () => {
    const known = new Set(all.map(({ key }) => key))
    const own = [...listed.keys()].filter((key) => all.some(({ id }) => key.startsWith(`${id} `)))
    const caught = new Set([...keys('static'), ...keys('embedded'), ...keys('docker')])
    expect(own.filter((key) => caught.has(key) || !known.has(key))).toEqual([])
  })

  test('the checks without a run catch their share, and with a run theirs', () => {
    const { shareStatic, shareRun } = sharesOf(judged, equivalent)
    expect(shareStatic).toBeGreaterThanOrEqual(least.static)
    expect(shareRun).toBeGreaterThanOrEqual(least.run)
  })
}
