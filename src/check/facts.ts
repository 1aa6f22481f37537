import type { BashCommand, BashWord } from '#document/bash-model.ts'
import type { Page } from '#document/model.ts'
import { matchCommand } from '#grammar/match.ts'
import type { Grammar } from '#grammar/model.ts'
import type { GrammarWord } from '#grammar/word.ts'
import type { BashBlock, Call } from './call.ts'
import { type Symbols, symbolsOf } from './symbols.ts'

/** Grammars of the tools whose commands are checked, by tool. */
export type Grammars = Readonly<Record<string, Grammar>>

/** What the rules look at: a page and its commands, read once. */
export interface PageFacts {
  page: Page
  blocks: readonly BashBlock[]
  calls: readonly Call[]
}

/** Reads the commands of a page in order, following what its variables hold. */
export function factsOf(page: Page, grammars: Grammars): PageFacts {
  const blocks = page.blocks.filter((block) => block.kind === 'step' || block.kind === 'checked')
  const symbols = symbolsOf()
  // A block that is only checked does not run: later steps know nothing of it.
  const scopeOf = (block: BashBlock) => (block.kind === 'step' ? symbols : symbols.fork())
  const calls = blocks.flatMap((block) => callsOf({ page, block, grammars, symbols: scopeOf(block) }))
  return { page, blocks, calls }
}

interface Reading {
  page: Page
  block: BashBlock
  grammars: Grammars
  symbols: Symbols
}

function callsOf({ page, block, grammars, symbols }: Reading): Call[] {
  const { commands, writes } = block.script
  const calls: Call[] = []
  let write = 0
  for (const command of commands) {
    for (; write < writes.length && (writes[write]?.start ?? 0) < command.start; write += 1)
      followed(symbols, writes[write]?.name, commands)
    const unwrapped = unwrap(command)
    if (unwrapped) calls.push({ page, block, command, ...read(unwrapped, grammars, symbols) })
    symbols.assign(command)
  }
  for (const { name } of writes.slice(write)) followed(symbols, name, commands)
  return calls
}

/** A variable written by anything but plain assignments (`read`, `for`, `export X=…`) is unknown from there on. */
function followed(symbols: Symbols, name: string | undefined, commands: readonly BashCommand[]): void {
  if (name === undefined) return
  const plain = commands.some(
    (command) => !command.name && command.assignments.some((assignment) => assignment.name === name),
  )
  if (!plain) symbols.forget(name)
}

interface Unwrapped {
  name: BashWord
  args: readonly BashWord[]
  timed: boolean
}

const PREFIXES = new Set(['sudo', 'command', 'nohup', 'time', 'exec'])

/** The command behind `sudo`, `timeout 30` and the like. */
function unwrap({ name, args }: BashCommand): Unwrapped | undefined {
  let current = name && { name, args, timed: false }
  while (current) {
    const [first, second] = current.args
    const wrapper: string = current.name.value ?? ''
    if (PREFIXES.has(wrapper) && first && !first.text.startsWith('-'))
      current = { ...current, name: first, args: current.args.slice(1) }
    else if (wrapper === 'timeout' && first && second && !first.text.startsWith('-'))
      current = { name: second, args: current.args.slice(2), timed: true }
    else return current
  }
  return undefined
}

function read({ name, args, timed }: Unwrapped, grammars: Grammars, symbols: Symbols) {
  const tool = name.value ?? ''
  const grammar = Object.hasOwn(grammars, tool) ? grammars[tool] : undefined
  return {
    name: tool,
    nameWord: name,
    timed,
    words: args.map((word) => ({ word, text: symbols.resolve(word) })),
    match: grammar && matchCommand(grammar, args.map(grammarWord)),
  }
}

function grammarWord({ value, pieces, open }: BashWord): GrammarWord {
  const first = pieces[0]
  const prefix = value === undefined && first?.kind === 'text' ? first.text : undefined
  return { value, ...(prefix !== undefined && { prefix }), ...(open && { open: true }) }
}
