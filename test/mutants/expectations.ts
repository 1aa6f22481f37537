import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Judged, judgeSystem, renderShares } from './judge.ts'
import { readSurvivors } from './survivors.ts'

/** Shares from 0 to 1 of the mutants that are not the same page. `embedded` is of those a run could catch. */
interface Least {
  mutants: number
  static: number
  embedded: number
}

/** What must hold of the mutants of a system's runbooks. The table goes to `.runbook/mutants-<system>.txt`. */
export async function expectCaught(system: string, least: Least): Promise<void> {
  const { all, judged } = await judgeSystem(system)
  const listed = readSurvivors()
  const equivalent = new Set([...listed].flatMap(([key, verdict]) => (verdict === 'equivalent' ? [key] : [])))
  mkdirSync('.runbook', { recursive: true })
  const keys = (by: Judged['by']) => judged.filter((one) => one.by === by).map(({ mutant }) => mutant.key)
  const text = `${renderShares(judged, equivalent)}\n\n${keys('nothing').join('\n')}\n\nnot run:\n${keys('unrun').join('\n')}\n`
  writeFileSync(`.runbook/mutants-${system}.txt`, text)

  test('there are enough mutants', () => expect(judged.length).toBeGreaterThanOrEqual(least.mutants))

  test('every survivor is listed with its reason', () => {
    expect(keys('nothing').filter((key) => !listed.has(key))).toEqual([])
  })

  test('every survivor listed is a mutant that still survives', () => {
    const known = new Set(all.map(({ key }) => key))
    const own = [...listed.keys()].filter((key) => all.some(({ id }) => key.startsWith(`${id} `)))
    const caught = new Set([...keys('static'), ...keys('embedded')])
    expect(own.filter((key) => caught.has(key) || !known.has(key))).toEqual([])
  })

  test('the checks without a run catch their share, and with the embedded run theirs', () => {
    const real = judged.filter(({ mutant }) => !equivalent.has(mutant.key))
    const share = (...by: Judged['by'][]) => real.filter((one) => by.includes(one.by)).length / real.length
    expect(share('static')).toBeGreaterThanOrEqual(least.static)
    expect(share('static', 'embedded', 'unrun')).toBeGreaterThanOrEqual(least.embedded)
  })
}
