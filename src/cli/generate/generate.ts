import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { reportFinding } from '#catalogue/catalogue.ts'
import { EXIT } from '#finding/error.ts'
import { readPages } from '#knowledge/pages.ts'
import { inRoot } from '#knowledge/paths.ts'
import { referenceDrift } from '#knowledge/reference/outdated.ts'
import { expectedScripts, scriptDrift } from '#knowledge/scripts/outdated.ts'
import { renderFindings } from '#report/findings.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON } from '../terminal/option-table.ts'
import { readCommandLine } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** `pnpm generate [--check]`: writes the scripts of every runbook and the reference of findings, or says which are not what they should be. */
export async function generate(terminal: Terminal): Promise<number> {
  const given = readCommandLine(GENERATE, terminal)
  if (!given) return EXIT.passed
  const { pages, files, findings } = await readPages()
  const broken = findings.filter(({ severity }) => severity === 'error')
  if (broken.length > 0)
    return refuse(
      broken.map((finding) => reportFinding(finding, terminal.locale)),
      terminal,
    )
  const scripts = expectedScripts(pages)
  const drift = [...(await scriptDrift(scripts, files)), ...(await referenceDrift())]
  if (given.values.check) {
    return drift.length === 0
      ? EXIT.passed
      : refuse(
          drift.map(({ finding }) => reportFinding(finding, terminal.locale)),
          terminal,
        )
  }
  for (const { file, text } of drift) {
    if (text === undefined) await rm(inRoot(file))
    else await writeNew(inRoot(file), text)
    terminal.out.write(`${text === undefined ? '-' : '+'} ${file}\n`)
  }
  return EXIT.passed
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

function refuse(findings: Parameters<typeof renderFindings>[0], { err, words }: Terminal): number {
  err.write(`${renderFindings(findings, words, err.paint)}\n`)
  return EXIT.invalid
}

const CHECK = {
  words: {
    es: 'no escribe nada: dice qué no está como debe (estado 3)',
    en: 'writes nothing: says what is not as it should be (status 3)',
  },
} as const

/** `pnpm generate` as its help describes it. */
export const GENERATE = {
  usage: {
    es: `Uso: pnpm generate [--check]

Escribe el script de cada runbook, y la referencia de los hallazgos, a partir de las páginas.`,
    en: `Usage: pnpm generate [--check]

Writes the script of every runbook, and the reference of findings, from the pages.`,
  },
  options: { check: CHECK, ...COMMON },
} as const satisfies Command
