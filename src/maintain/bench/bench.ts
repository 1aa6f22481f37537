import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '#cli/terminal/help.ts'
import { COMMON } from '#cli/terminal/option-table.ts'
import { readCommandLine, usageError } from '#cli/terminal/options.ts'
import type { Terminal } from '#cli/terminal/terminal.ts'
import { EXIT } from '#finding/error.ts'
import { inRoot } from '#knowledge/paths.ts'
import { loadScript } from '#knowledge/scripts/load.ts'
import { renderTable } from '#report/table.ts'
import { stepText } from '#script/step-text.ts'
import { dockerFixture } from './fixture.ts'
import { inTurns, ms, ratio, runNode } from './measure.ts'
import { staticChecks } from './static.ts'

/** `pnpm bench`: what things cost, as ratios of medians measured in turns in one run. Never an assertion. */
export async function bench(terminal: Terminal): Promise<number> {
  const { out } = terminal
  const given = readCommandLine(BENCH, terminal)
  if (!given) return EXIT.passed
  const { values, positionals } = given
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name))
  if (unknown !== undefined) throw usageError(BENCH.usage)
  const rows: string[][] = []
  for (const [name, measure] of Object.entries(PARTS)) {
    if (positionals.length === 0 || positionals.includes(name)) rows.push(...(await measure(terminal, values.cold)))
  }
  out.write(`${renderTable(['measure', 'value', 'compared with', 'ratio', 'aim'], rows, out.paint)}\n`)
  return EXIT.passed
}

type Measure = (terminal: Terminal, cold: boolean) => string[][] | Promise<string[][]>

const PARTS: Readonly<Record<string, Measure>> = {
  start: startUp,
  embedded: dryRun,
  verify: unchanged,
  static: staticChecks,
  docker: dockerFixture,
}

/** `pnpm bench` as its help describes it. */
export const BENCH = {
  usage: {
    es: `Uso: pnpm bench [start|embedded|verify|static|docker]… [opciones]

Cuánto cuesta cada cosa, en medianas y proporciones; sin nombres, todo.`,
    en: `Usage: pnpm bench [start|embedded|verify|static|docker]… [options]

What things cost, as medians and ratios; without names, everything.`,
  },
  options: {
    cold: {
      words: {
        es: 'construye además la imagen del entorno Docker sin nada guardado (minutos)',
        en: 'also builds the image of the Docker fixture with nothing cached (minutes)',
      },
    },
    ...COMMON,
  },
} as const satisfies Command

function startUp(): string[][] {
  const [bare, help] = inTurns([
    ['-e', '0'],
    ['scripts/start.mjs', 'runbook', '--help'],
  ])
  return [['start-up (runbook --help)', ms(help), `node -e 0: ${ms(bare)}`, ratio(help, bare), 'under 3']]
}

async function dryRun(): Promise<string[][]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  const stub = join(directory, 'stub.mjs')
  writeFileSync(stub, await stubScript(directory))
  const [whole, zx] = inTurns([
    ['scripts/start.mjs', 'runbook', 'cloud-run-deploy', '--dry-run', '--fixture', 'embedded'],
    [stub],
  ])
  rmSync(directory, { recursive: true })
  return [
    [
      'dry run of cloud-run-deploy, whole process',
      ms(whole),
      `zx, same commands as stubs: ${ms(zx)}`,
      ratio(whole, zx),
      'under 1 s',
    ],
  ]
}

/** A zx script that runs the text of each step with programs that do nothing. */
async function stubScript(directory: string): Promise<string> {
  for (const name of ['gcloud', 'docker', 'curl', 'jq', 'grep', 'sort']) {
    writeFileSync(join(directory, name), '#!/bin/sh\ncat >/dev/null 2>&1 </dev/null\n')
    chmodSync(join(directory, name), 0o755)
  }
  const { items, parameters } = await loadScript('cloud-run-deploy')
  const texts = items.flatMap((item) => (item.kind === 'step' && !item.manual ? [stepText(item)] : []))
  const environment = Object.fromEntries(Object.entries(parameters).map(([name, { example }]) => [name, example]))
  return [
    `import { $ } from ${JSON.stringify(inRoot('node_modules/zx/build/core.js'))}`,
    `Object.assign(process.env, ${JSON.stringify(environment)}, { PATH: ${JSON.stringify(directory)} + ':' + process.env.PATH })`,
    `$.shell = '/bin/bash'; $.quiet = true; $.nothrow = true; $.prefix = ''; $.stdio = ['ignore', 'pipe', 'pipe']`,
    `for (const text of ${JSON.stringify(texts)}) await $([text])`,
  ].join('\n')
}

/** A verification that finds nothing changed: the first one fills the cache. */
function unchanged(): string[][] {
  const command = ['scripts/start.mjs', 'verify', '--fixture', 'embedded']
  runNode(command)
  const [again, bare] = inTurns([command, ['-e', '0']])
  return [['verify, nothing changed', ms(again), `node -e 0: ${ms(bare)}`, ratio(again, bare), 'under 1 s']]
}
