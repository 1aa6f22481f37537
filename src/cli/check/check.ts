import { spawnSync } from 'node:child_process'
import { EXIT } from '#finding/error.ts'
import { ROOT } from '#knowledge/paths.ts'
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
export async function check({ out, words }: Terminal): Promise<number> {
  const failed = Object.entries(CHECKS).filter(([name, [command, ...args]]) => {
    out.write(`${out.paint('bold', `▸ ${name}`)}\n`)
    return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0
  })
  for (const [name, command] of failed)
    out.write(`${out.paint('red', `✘ ${name}`)}  ${words.hint}: ${command.join(' ')}\n`)
  if (failed.length === 0) out.write(`${out.paint('green', '✔ check')}\n`)
  return failed.length === 0 ? EXIT.passed : EXIT.failed
}
