import { randomInt } from 'node:crypto'
import { type FixtureName, imageOf } from '#fixture/open.ts'
import { FIXTURES, inRoot } from '#knowledge/paths.ts'
import { loadScript } from '#knowledge/scripts/load.ts'
import { worldVariations } from '#knowledge/worlds.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { VariationReport, VariationsReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { ShellName } from '#schema/status.ts'
import type { Subject } from '#variation/attempt.ts'
import { type Amount, varyProcedure } from '#variation/vary-procedure.ts'
import { inFixture } from '../dry-run/choose-fixture.ts'
import { note, type Terminal } from '../terminal/terminal.ts'

export interface VariationsRequest {
  /** Ids of the runbooks whose procedures are varied. */
  ids: readonly string[]
  count: number
  /** Chosen by chance where there is none. */
  seed: number | undefined
  /** The fixture asked for; the embedded one where none was. */
  fixture?: FixtureName | undefined
  terminal: Terminal
}

/** `pnpm verify --variations N`: every procedure alone under so many variations, one after another. */
export function verifyVariations({ fixture = 'embedded', ...request }: VariationsRequest): Promise<Found> {
  return inFixture(fixture, request.terminal, (name) => varyIn(name, request))
}

interface Found {
  variations: VariationsReport
  findings: FindingReport[]
}

async function varyIn(
  name: ShellName,
  { ids, count, terminal, ...given }: Omit<VariationsRequest, 'fixture'>,
): Promise<Found> {
  const amount = { count, seed: given.seed ?? randomInt(1, 2 ** 31) }
  note(HEADING[terminal.locale](amount), terminal)
  const worldOf = await worldsIn(name, terminal)
  const found: Found = { variations: { ...amount, runs: [] }, findings: [] }
  for (const script of await Promise.all(ids.map(loadScript))) {
    for (const subject of subjectsOf(script, worldOf(script.system), terminal)) {
      const { runs, findings } = await varyShown(subject, amount, terminal)
      found.variations.runs.push(...runs)
      found.findings.push(...findings)
    }
  }
  return found
}

/** The world of each system in a fixture. */
async function worldsIn(name: ShellName, terminal: Terminal): Promise<(system: string) => Subject['world']> {
  const listener = { tell: (line: string) => note(line, terminal), signal: terminal.signal }
  const image = name === 'docker' ? (await imageOf(listener)).name : undefined
  return (system) => ({ name, image, directory: inRoot(FIXTURES, system), ...listener })
}

/** The procedures of a runbook that the fixture can run. */
function subjectsOf(script: RunbookScript, world: Subject['world'], { locale }: Terminal): Subject[] {
  const variations = worldVariations(script.system) ?? {}
  const runs = ({ docker }: Procedure) => world.name === 'docker' || !(docker ?? script.docker)
  return script.procedures.filter(runs).map((procedure) => ({ script, procedure, variations, world, locale }))
}

/** Shows on a terminal how far it is, and in the end a line for the procedure. */
async function varyShown(subject: Subject, amount: Amount, terminal: Terminal) {
  const { err } = terminal
  const ended: VariationReport[] = []
  const line = () => `${subject.script.id} · ${subject.procedure.id}  ${countsOf(ended, terminal)}`
  const varied = await varyProcedure(subject, amount, (run) => {
    ended.push(run)
    if (err.terminal) err.write(`\r\u001b[2K${line()}`)
  })
  if (err.terminal) err.write('\r\u001b[2K')
  err.write(`${line()}\n`)
  return varied
}

/** `9 passed, 1 failed`, of those the procedure must hold under. */
function countsOf(runs: readonly VariationReport[], { words }: Terminal): string {
  const held = runs.filter(({ exception }) => exception === undefined)
  const counts = Map.groupBy(held, ({ status }) => status)
  return [...counts].map(([status, all]) => `${all.length} ${words.status[status]}`).join(', ')
}

const HEADING = {
  es: ({ count, seed }: Amount) => `Variaciones: ${count} por procedimiento, semilla ${seed}.`,
  en: ({ count, seed }: Amount) => `Variations: ${count} per procedure, seed ${seed}.`,
}
