import { ask, type Call } from '#check/page/call.ts'
import { expand, type Scope } from '#check/page/expand.ts'
import { type Symbols, symbolsOf } from '#check/page/symbols.ts'
import type { BashCommand, BashWord } from '#document/bash/model.ts'
import { parseBash } from '#document/bash/read.ts'
import { DESTINATION_VARIABLES } from '#tools/destination-variables.ts'
import { type Destination, hostOf } from '#tools/facts/destination.ts'
import type { Tools } from '#tools/tool.ts'

/** Variables by name, as far as their values are known. */
export type Known = ReadonlyMap<string, string>

/** A destination, and the command of the text that names it. */
export interface Named extends Destination {
  command: string
}

/**
 * Everywhere that the commands of a text go, also those they hand to other shells: by their words, by variables of the
 * environment, by what they set for later ones. A name that is not known holds `${NAME}`, or is undefined.
 */
export function destinationsIn(text: string, { tools, known }: { tools: Tools; known: Known }): Named[] {
  const { commands, writes } = parseBash(text)
  const symbols = symbolsOf(known)
  const scope: Scope = { ...NOWHERE, tools, symbols, nestedErrors: [] }
  let write = 0
  return commands.flatMap((command) => {
    for (; write < writes.length && (writes[write]?.start ?? 0) < command.start; write += 1)
      if (!isAssigned(writes[write]?.name, commands)) symbols.forget(writes[write]?.name ?? '')
    const shown = text.slice(command.start, command.end).trim()
    const found = [
      ...variablesSet(command, symbols),
      ...expand(command, scope).flatMap((call) => ofCall(call, symbols)),
    ]
    symbols.assign(command)
    return found.map((one) => ({ ...one, command: shown }))
  })
}

/** The places of what is found are of no interest here. */
const NOWHERE = {} as Pick<Scope, 'page' | 'block'>

const isAssigned = (name: string | undefined, commands: readonly BashCommand[]) =>
  commands.some((command) => !command.name && command.assignments.some((one) => one.name === name))

/** What a call names; machines as they are known in a container are of no interest. */
function ofCall(call: Call, symbols: Symbols): Destination[] {
  const inContainer = call.where.some(({ kind }) => kind === 'container')
  const named = (ask(call, 'destinations') ?? []).filter(({ kind }) => !(inContainer && kind === 'host'))
  const given = call.prefixes.flatMap(({ words }) => words.flatMap((word) => inEnvironment(symbols.resolve(word))))
  return [...named, ...given]
}

/** Variables that say where programs go, assigned, exported or unset. */
function variablesSet({ name, args, assignments }: BashCommand, symbols: Symbols): Destination[] {
  const assigned = assignments.flatMap((one) => {
    const value = one.value ? symbols.resolve(one.value) : ''
    return ofVariable(one.name, value)
  })
  if (DECLARING.has(name?.value ?? ''))
    return [...assigned, ...args.flatMap((word) => inEnvironment(resolved(word, symbols)))]
  if (name?.value === 'unset') return [...assigned, ...args.flatMap(({ value }) => ofVariable(value ?? '', undefined))]
  return assigned
}

const DECLARING = new Set(['export', 'declare', 'typeset', 'readonly', 'local'])

/** `NAME=` with the value left out where it is not known. */
const resolved = (word: BashWord, symbols: Symbols) =>
  symbols.resolve(word) ?? /^\w+=/.exec(word.text)?.[0].concat('${?}')

function inEnvironment(text: string | undefined): Destination[] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text ?? '') ?? []
  return name === undefined ? [] : ofVariable(name, value)
}

function ofVariable(name: string, value: string | undefined): Destination[] {
  const kind = Object.hasOwn(DESTINATION_VARIABLES, name) ? DESTINATION_VARIABLES[name] : undefined
  if (kind === undefined) return []
  return [{ kind, name: kind === 'host' && value !== undefined ? hostOf(value) : value }]
}

/** Names of variables that a name waits for. */
export const namesAwaited = ({ name = '' }: Destination): string[] =>
  [...name.matchAll(/\$\{(\w+)\}/g)].flatMap(([, variable]) => variable ?? [])

/** Whether a name is known as it stands. */
export const isCertain = (name: string | undefined): name is string => name !== undefined && !/\$\{[^}]*\}/.test(name)
