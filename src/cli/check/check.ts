import { spawnSync } from 'node:child_process'
import { EXIT } from '#finding/error.ts'
import { ROOT } from '#knowledge/paths.ts'
import type { Command } from '../terminal/help.ts'
import { COMMON } from '../terminal/option-table.ts'
import { readCommandLine } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Each check by name, and the command that runs it alone. */
const CHECKS = {
  types: ['pnpm', 'run', 'types'],
  lint: ['pnpm', 'run', 'lint'],
  'dead code': ['pnpm', 'run', 'dead-code'],
  scripts: ['pnpm', 'run', 'generate', '--check'],
  content: ['pnpm', 'run', 'verify', '--static'],
} as const

/** `pnpm check`: types, lint, format, dead code and content. Runs all, then says which fell short. */
export async function check(terminal: Terminal): Promise<number> {
  if (!readCommandLine(CHECK, terminal)) return EXIT.passed
  const { out, words } = terminal
  const failed = Object.entries(CHECKS).filter(([name, [command, ...args]]) => {
    out.write(`${out.paint('bold', `▸ ${name}`)}\n`)
    return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0
  })
  for (const [name, command] of failed)
    out.write(`${out.paint('red', `✘ ${name}`)}  ${words.hint}: ${command.join(' ')}\n`)
  if (failed.length === 0) out.write(`${out.paint('green', '✔ check')}\n`)
  return failed.length === 0 ? EXIT.passed : EXIT.failed
}

/** `pnpm check` as its help describes it. */
export const CHECK = {
  usage: {
    es: `Uso: pnpm check

Tipos, lint, formato, código muerto, scripts generados y contenido. Lo ejecuta todo y dice qué no pasa.`,
    en: `Usage: pnpm check

Types, lint, format, dead code, generated scripts and content. Runs all, then says which fell short.`,
  },
  options: COMMON,
} as const satisfies Command
