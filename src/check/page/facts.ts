import type { BashCommand } from '#document/bash/model.ts'
import type { Page } from '#document/model.ts'
import type { Tools } from '#tools/tool.ts'
import type { BashBlock, Call } from './call.ts'
import { expand, type NestedError } from './expand.ts'
import { type Foreign, foreignIn } from './foreign/foreign.ts'
import { type Symbols, symbolsOf } from './symbols.ts'

/** What the rules look at: a page and its commands, read once. */
export interface PageFacts {
  page: Page
  blocks: readonly BashBlock[]
  /** In the order of the page; commands handed to another shell follow the one that hands them over. */
  calls: readonly Call[]
  /** What stands in the blocks and is not bash; its lines hold no calls. */
  foreign: readonly Foreign[]
  /** What a shell cannot read of the text it is handed. */
  nestedErrors: readonly NestedError[]
}

/** Reads the commands of a page in order, following what its variables hold. */
export function factsOf(page: Page, tools: Tools): PageFacts {
  const blocks = page.blocks.filter((block) => block.kind === 'step' || block.kind === 'checked')
  const symbols = symbolsOf()
  const nestedErrors: NestedError[] = []
  // A block that is only checked does not run: later steps know nothing of it.
  const foreign = blocks.flatMap((block) => foreignIn(block) ?? [])
  const scopeOf = (block: BashBlock) => (block.kind === 'step' ? symbols : symbols.fork())
  const calls = blocks.flatMap((block) =>
    callsOf({ page, block, tools, symbols: scopeOf(block), nestedErrors, foreign }),
  )
  return { page, blocks, calls, foreign, nestedErrors }
}

interface Reading {
  page: Page
  block: BashBlock
  tools: Tools
  symbols: Symbols
  nestedErrors: NestedError[]
  foreign: readonly Foreign[]
}

function callsOf({ page, block, tools, symbols, nestedErrors, foreign }: Reading): Call[] {
  const { commands, writes } = block.script
  const calls: Call[] = []
  const here = foreign.find((one) => one.block === block)
  let write = 0
  for (const command of commands) {
    if (here?.covers(command.name?.start ?? command.start)) continue
    for (; write < writes.length && (writes[write]?.start ?? 0) < command.start; write += 1)
      followed(symbols, writes[write]?.name, commands)
    calls.push(...expand(command, { page, block, tools, symbols, nestedErrors }))
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
