import { execForm } from '#formats/dockerfile/exec-form.ts'
import { NotModelled } from '../../model.ts'
import { findProgram, hasDirectory, joinPath } from '../image-files.ts'
import { BuildFailure } from './build-log.ts'
import { scopeOf } from './draft.ts'
import { RUN_PROGRAMS } from './run-programs.ts'
import type { RunResult } from './run-result.ts'
import type { StageStep } from './stage-step.ts'
import { isBeyondSimple, type SimpleCommand, simpleCommands } from './words.ts'

/**
 * RUN, as far as its outcome can be known: programs must exist in the image, and
 * those that change it are modelled. Anything else throws NotModelled.
 */
export async function runInstruction(at: StageStep): Promise<void> {
  const { instruction, draft } = at
  if (instruction.joined.startsWith('<<')) throw new NotModelled('RUN with a here-document')
  if (instruction.flags.some(({ name, value }) => name === 'mount' && !/type=(cache|tmpfs)\b/.test(value)))
    throw new NotModelled('RUN --mount other than a cache')
  const exec = execForm(instruction.joined)
  if (!exec && isBeyondSimple(instruction.joined))
    throw new NotModelled(`RUN ${instruction.joined}: only simple commands joined by && are modelled`)
  const commands: SimpleCommand[] = exec
    ? [{ operator: '', words: exec, text: exec.join(' ') }]
    : simpleCommands(instruction.joined, scopeOf(draft))
  const output = runAll(at, commands, exec ? exec.join(' ') : `${draft.shell.join(' ')} ${instruction.joined}`)
  at.log.step(at.step, output)
}

function runAll(at: StageStep, commands: readonly SimpleCommand[], process: string): string[] {
  const output: string[] = []
  const { directory } = at.draft
  let exitCode = 0
  for (const command of commands) {
    if (command.operator === '&&' && exitCode !== 0) continue
    if (command.operator === '||' && exitCode === 0) continue
    const result = runCommand(at, command.words)
    output.push(...result.output)
    exitCode = result.exitCode
  }
  at.draft.directory = directory
  if (exitCode === 0) return output
  const message = `process "${process}" did not complete successfully: exit code: ${exitCode}`
  throw new BuildFailure(message, { step: at.step, output, instruction: at.instruction })
}

function runCommand(at: StageStep, words: readonly string[]): RunResult {
  const start = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word))
  if (start < 0) return { exitCode: 0, output: [] }
  const [program = '', ...args] = words.slice(start)
  const builtin = BUILTINS[program]
  if (builtin) return builtin(at, args)
  if (findProgram(at.draft, program) === undefined)
    return { exitCode: 127, output: [`/bin/sh: 1: ${program}: not found`] }
  const run = RUN_PROGRAMS[program.slice(program.lastIndexOf('/') + 1)]
  if (!run) throw new NotModelled(`RUN ${program}: its effect on the image is not modelled`)
  return run(at.draft, { program, args })
}

const BUILTINS: Readonly<Record<string, (at: StageStep, args: readonly string[]) => RunResult>> = {
  ':': () => ({ exitCode: 0, output: [] }),
  set: () => ({ exitCode: 0, output: [] }),
  export: () => ({ exitCode: 0, output: [] }),
  exit: (_at, [status = '0']) => ({ exitCode: Number(status), output: [] }),
  cd: (at, [path = '/root']) => {
    const directory = joinPath(at.draft.directory, path)
    if (!hasDirectory(at.draft.files, directory))
      return { exitCode: 2, output: [`/bin/sh: 1: cd: can't cd to ${path}`] }
    at.draft.directory = directory
    return { exitCode: 0, output: [] }
  },
}
