import type { BashWord } from '#document/bash/model.ts'
import { ask, factsOfCommand } from '#tools/facts/model.ts'
import { matchOf, type Tools, toolOf } from '#tools/tool.ts'
import type { Prefix } from './call.ts'
import { grammarWord } from './grammar-word.ts'

/** A program with its words, and what stands before it. */
export interface Unwrapped {
  name: BashWord
  args: readonly BashWord[]
  prefixes: readonly Prefix[]
  timed: boolean
}

/** The command behind `sudo`, `timeout 30` and the like. Without one, the prefix is the command. */
export function unwrap(name: BashWord, args: readonly BashWord[], tools: Tools): Unwrapped {
  let current: Unwrapped = { name, args, prefixes: [], timed: false }
  for (let inner: Unwrapped | undefined = current; inner; inner = behind(current, tools)) current = inner
  return current
}

function behind({ name: nameWord, args, prefixes, timed }: Unwrapped, tools: Tools): Unwrapped | undefined {
  const name = nameWord.value ?? ''
  const tool = toolOf(name, tools)
  const match = tool?.facts?.prefix && matchOf(tool, args.map(grammarWord))
  if (!match) return undefined
  const words = args.map((word) => ({ word, text: word.value }))
  const from = ask({ name, words, match, facts: factsOfCommand(tool.facts, match) }, 'runsFrom')
  const command = from === undefined ? undefined : args[from]
  if (from === undefined || !command) return undefined
  const prefix = { name, nameWord, words: args.slice(0, from), match }
  const ends = timed || Boolean(tool.facts?.limits)
  return { name: command, args: args.slice(from + 1), prefixes: [...prefixes, prefix], timed: ends }
}
