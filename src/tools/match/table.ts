import type { Command, Flag, Grammar, Positional, Syntax, ValueKind } from './model.ts'

/** A command of a tool, written by hand from its manual. */
export interface TableCommand extends Omit<Command, 'flags' | 'positionals' | 'commands'> {
  /**
   * Flags with blanks between: `-v,--verbose` a switch, `-n,--lines=N` one with
   * a value, `--color[=auto|always]` one that may have it. The value says its
   * kind: `N` an integer, `a|b` its choices, anything else a text. Marks before
   * the name: `!` only informs, `@` ends the tool's own words, `;` takes a
   * command up to `;`, `2` takes two words.
   */
  flags?: string
  /** `FILE` must be given, `[FILE]` may, `FILE...` repeats, `PATTERN/-e/-f` is not there with those flags. */
  operands?: string
  commands?: Readonly<Record<string, TableCommand>>
}

/** A grammar written by hand. `source` names the manual it was read from. */
export interface Table extends TableCommand {
  tool: string
  version: string
  source: string
  syntax?: Syntax
  /** Flags of every command. */
  everywhere?: string
}

/** The grammar a table describes. */
export const grammarOf = ({ tool, version, source, syntax = 'gnu', everywhere = '', ...root }: Table): Grammar => ({
  tool,
  version,
  source,
  syntax,
  global: readFlags(everywhere),
  root: commandOf(root),
})

/** The command a table describes. */
export const commandOf = ({ flags, operands, commands, ...rest }: TableCommand): Command => ({
  ...rest,
  flags: readFlags(flags ?? ''),
  positionals: words(operands ?? '').map(readOperand),
  ...(commands && {
    commands: Object.fromEntries(Object.entries(commands).map(([name, inner]) => [name, commandOf(inner)])),
  }),
})

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** The flags a table writes. */
export const readFlags = (text: string): Flag[] => words(text).map(readFlag)

const MARKS = { '!': { informative: true }, '@': { last: true }, ';': { command: true }, '2': { pair: true } } as const

function readFlag(token: string): Flag {
  const [, mark = '', names = '', open = '', value] = /^([!@;2]?)([^[=]+)(\[?)(?:=([^\]]*)\]?)?$/.exec(token) ?? []
  const long = names.split(',').toSorted((a, b) => Number(b.startsWith('--')) - Number(a.startsWith('--')))
  return {
    names: long,
    ...(value !== undefined && { value: kindOf(value) }),
    ...(value?.includes('|') && { choices: value.split('|') }),
    ...(open && { optionalValue: true }),
    ...(mark in MARKS && MARKS[mark as keyof typeof MARKS]),
  }
}

const kindOf = (value: string): ValueKind => (value === 'N' ? 'integer' : 'string')

/** One operand as a table writes it. */
function readOperand(token: string): Positional {
  const [, open, name = '', dots, unless] = /^(\[?)([^\]./]+)(\.\.\.)?\]?(?:\/(.*))?$/.exec(token) ?? []
  return {
    name,
    ...(!open && { required: true }),
    ...(dots && { repeated: true }),
    ...(unless && { unless: unless.split('/') }),
  }
}
