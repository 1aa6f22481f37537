import type { BashCommand, BashVariable, BashWord } from './model.ts'
import { variableName } from './word.ts'

/** Builtins whose words, options aside, are names they declare. */
const DECLARING = new Set(['export', 'declare', 'typeset', 'local', 'readonly'])
/** Options of `read` and `mapfile` that take a value. */
const VALUED = new Set(['-p', '-d', '-n', '-N', '-t', '-u', '-i', '-O', '-s', '-C', '-c'])

/** The variables a command assigns for the commands after it. */
export function namesWritten(command: BashCommand): BashVariable[] {
  if (!command.name) return command.assignments.map(({ name, start, end }) => ({ name, guarded: false, start, end }))
  const name = command.name.value ?? ''
  if (DECLARING.has(name)) return words(command.args.filter(({ text }) => text.includes('=')))
  if (name === 'read' || name === 'mapfile' || name === 'readarray')
    return words(operands(command.args, name === 'read'))
  if (name === 'printf' && command.args[0]?.value === '-v') return words(command.args.slice(1, 2))
  return name === 'getopts' ? words(command.args.slice(1, 2)) : []
}

function words(args: readonly BashWord[]): BashVariable[] {
  return args.flatMap(({ text, start, end }) => {
    const name = variableName(/^\w*/.exec(text)?.[0] ?? '')
    return name ? [{ name, guarded: false, start, end }] : []
  })
}

function operands(args: readonly BashWord[], isRead: boolean): BashWord[] {
  const kept: BashWord[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as BashWord
    if (isRead && word.text === '-s') continue
    if (VALUED.has(word.text)) index += 1
    else if (!word.text.startsWith('-')) kept.push(word)
  }
  return kept
}
