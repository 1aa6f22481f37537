import type { BashCommand, BashError, BashWord, ShellText } from '#document/bash/model.ts'
import { parseNested } from '#document/bash/nested.ts'
import type { Holes } from '#document/bash/shell-text.ts'
import type { Page } from '#document/model.ts'
import { factsOfCommand, type Traits } from '#tools/facts/model.ts'
import { matchOf, type Tools, toolOf } from '#tools/tool.ts'
import { ask, type BashBlock, type Call } from './call.ts'
import { grammarWord } from './grammar-word.ts'
import { type Input, type NestedCommand, nestedCommandsOf } from './nested-commands.ts'
import type { Symbols } from './symbols.ts'
import { unwrap } from './unwrap.ts'

/** What a shell cannot read of the text it is handed, in a block. */
export interface NestedError extends BashError {
  block: BashBlock
}

/** What is around a command. */
export interface Scope {
  page: Page
  block: BashBlock
  tools: Tools
  symbols: Symbols
  /** Takes in what a shell cannot read. */
  nestedErrors: NestedError[]
  inner?: Inner
}

/** What a command has from the call that hands it over. */
interface Inner {
  outer: Call
  holes: Holes
  depth: number
  where: Call['where']
  /** Its words are followed by others. */
  more: boolean
  /** What is fed to it. */
  input: Input | undefined
}

const MAX_DEPTH = 6

/** A command as a call, followed by the commands it hands to other shells and programs. */
export function expand(command: BashCommand, scope: Scope): Call[] {
  if (!command.name) return []
  const call = callOf(command, command.name, scope)
  const { depth = 0, holes = [] } = scope.inner ?? {}
  if (depth >= MAX_DEPTH) return [call]
  const input = inputOf(command) ?? scope.inner?.input
  return [
    call,
    ...nestedCommandsOf(call, input, holes).flatMap((handed) => follow(handed, { call, scope, holes, input })),
  ]
}

function callOf(command: BashCommand, first: BashWord, { page, block, tools, symbols, inner }: Scope): Call {
  const { name: nameWord, args, prefixes, timed } = unwrap(first, command.args, tools)
  const name = programOf(nameWord, tools)
  const tool = toolOf(name, tools)
  const words = args.map(grammarWord)
  const match = matchOf(tool, inner?.more ? [...words, { value: undefined, open: true }] : words)
  return {
    page,
    block,
    command,
    name,
    nameWord,
    timed: timed || (inner?.outer.timed ?? false),
    words: args.map((word) => ({ word, text: symbols.resolve(word) })),
    match,
    path: match?.path.slice(tool?.after?.length ?? 0) ?? [],
    facts: factsOfCommand(tool?.facts, match),
    traits: tool?.facts ?? NO_TRAITS,
    prefixes,
    where: inner?.where ?? [],
    outer: inner?.outer,
  }
}

const NO_TRAITS: Traits = {}

/**
 * `docker` of `/usr/bin/docker`, and `pip` of `venv/bin/pip` or `"$HOME"/venv/bin/pip`, where it is a program we know.
 * What stands in the project's own `bin` is its own.
 */
function programOf({ value, text }: BashWord, tools: Tools): string {
  const path = value ?? text.replaceAll(/["']/g, '')
  const [, name] = /[\w})-]\/\.?s?bin\/([\w.+-]+)$/.exec(path) ?? /^\/s?bin\/([\w.+-]+)$/.exec(path) ?? []
  const isSystem = /^(\/usr)?(\/local)?\/s?bin\//.test(path)
  return name !== undefined && (isSystem || toolOf(name, tools)) ? name : (value ?? '')
}

function inputOf({ redirects }: BashCommand): Input | undefined {
  const last = redirects.findLast(({ operator }) => operator === '<' || operator.startsWith('<<'))
  return last?.heredoc ?? (last?.operator === '<<<' ? last.target : undefined)
}

interface Handing {
  call: Call
  scope: Scope
  holes: Holes
  input: Input | undefined
}

function follow(handed: NestedCommand, { call, scope, holes, input }: Handing): Call[] {
  const where = handed.machine ? [...call.where, handed.machine] : call.where
  const inner: Inner = {
    outer: call,
    holes,
    depth: (scope.inner?.depth ?? 0) + 1,
    where,
    more: handed.kind === 'words' && handed.more,
    input: ask(call, 'passesInput') ? input : undefined,
  }
  const symbols = scope.symbols.fork()
  return handed.kind === 'words'
    ? expand(commandOf(call, handed.words), { ...scope, symbols, inner })
    : script(handed.text, { ...scope, symbols, inner })
}

const commandOf = ({ command }: Call, [name, ...args]: readonly BashWord[]): BashCommand => ({
  ...command,
  name,
  args,
  assignments: [],
  redirects: [],
})

function script(text: ShellText, scope: Scope & { inner: Inner }): Call[] {
  const { holes, where, outer } = scope.inner
  const { commands, errors } = parseNested({ text, holes, remote: where.length > 0 })
  const certain = holes.every(({ kind }) => kind !== 'unknown')
  const [error] = errors
  if (error && certain) scope.nestedErrors.push({ ...error, block: scope.block })
  return commands.flatMap((command) => {
    const calls = expand(framed(command, outer.command), scope)
    if (where.length === 0) scope.symbols.assign(command)
    return calls
  })
}

/** What holds for the command that hands another one over holds for that one too. */
const framed = (command: BashCommand, outer: BashCommand): BashCommand => ({
  ...command,
  background: command.background || outer.background,
  substituted: command.substituted || outer.substituted,
  piped: command.piped || outer.piped,
  tested: command.tested || outer.tested,
  inFunction: command.inFunction ?? outer.inFunction,
})
