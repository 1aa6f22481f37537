import { type Emulator, fail, NotModelled, succeed } from '../model.ts'
import { isRoot, serverOf } from './server.ts'

/** `visudo --check [--file=FILE]`: whether sudo would read the file. */
export const visudo: Emulator = async (call) => {
  const { files } = serverOf(call, 'visudo')
  const words = call.args.flatMap((arg) => arg.split(/(?<=^--file)=|(?<=^-c)f(?=\/)|(?<=^-)cf$/))
  const isCheck = call.args.some((arg) => /^(-c\w*|--check)$/.test(arg))
  if (!isCheck) throw new NotModelled('visudo, which edits')
  if (!isRoot(call)) return fail('visudo: /etc/sudoers: Permission denied\n')
  const path = words.find((word) => word.startsWith('/')) ?? '/etc/sudoers'
  if (!(await files.exists(path))) return fail(`visudo: unable to open ${path}: No such file or directory\n`)
  const problem = problemOf((await files.read(path)).split('\n'))
  if (problem !== undefined)
    return fail(
      `${path}:${problem.line}:${problem.column}: syntax error\n${problem.text}\n${' '.repeat(Math.max(0, problem.column - 1))}^\n`,
    )
  return succeed(`${path}: parsed OK\n`)
}

/** `Defaults …`, an alias, an include, or `WHO HOSTS = (AS) TAGS: COMMANDS` (sudoers(5)). */
const LINE =
  /^(Defaults([@:!>]\S+)?(\s.*)?|(User|Runas|Host|Cmnd)_Alias\s+[A-Z][A-Z0-9_]*\s*=.+|[@#]include(dir)?\s+\S+|%?[\w.@+-]+(\s*,\s*%?[\w.@+-]+)*\s+\S+\s*=\s*(\([^()]*\)\s*)?((NO)?(PASSWD|SETENV|EXEC|LOG_INPUT|LOG_OUTPUT):\s*)*(ALL|!?\/\S|sudoedit\s|[A-Z][A-Z0-9_]*).*)$/

function problemOf(lines: readonly string[]): { line: number; column: number; text: string } | undefined {
  for (const [at, text] of lines.entries()) {
    const plain = text.trim()
    if (plain === '' || (plain.startsWith('#') && !/^#include(dir)?\s/.test(plain)) || LINE.test(plain)) continue
    return { line: at + 1, column: text.length, text }
  }
  return undefined
}
