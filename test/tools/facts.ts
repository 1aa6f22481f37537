import { parseBash } from '#document/bash/read.ts'
import { ask as askLine, type Facts, factsOfCommand, type KnownLine, type ToolFacts } from '#tools/facts/model.ts'
import { loadAllTools } from '#tools/load.ts'
import type { Grammar } from '#tools/match/model.ts'
import { matchOf } from '#tools/tool.ts'

const tools = await loadAllTools()

/** A tool that has a grammar, and what is known of it. */
export function knownTool(name: string): { grammar: Grammar; facts: ToolFacts } {
  const { grammar, facts = {} } = tools[name] ?? {}
  if (!grammar) throw new Error(`no grammar of ${name}`)
  return { grammar, facts }
}

/** One line of bash as what is known of tools sees it. */
export function lineOf(text: string): KnownLine {
  const [command] = parseBash(text).commands
  const name = command?.name?.value ?? ''
  const tool = tools[name]
  if (!command || !tool) throw new Error(`no tool in ${text}`)
  const words = command.args.map((word) => ({ word, text: word.value }))
  const match = matchOf(
    tool,
    words.map(({ text: value }) => ({ value })),
  )
  return { name, words, match, facts: factsOfCommand(tool.facts, match) }
}

/** The answer to one question about a line of bash. */
export const ask = <Key extends keyof Facts>(text: string, key: Key): Facts[Key] | undefined =>
  askLine(lineOf(text), key)

/** The texts of words. */
export const texts = (words: readonly { text: string | undefined }[] | undefined): (string | undefined)[] =>
  (words ?? []).map(({ text }) => text)
