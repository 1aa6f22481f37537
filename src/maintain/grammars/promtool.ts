import type { Command, Flag, Grammar } from '#tools/match/model.ts'
import { commandOf } from '#tools/match/table.ts'
import { helpFlags } from './help.ts'
import { probe, versionOf } from './probe.ts'

/** The grammar of promtool, which tells all of its commands at once. */
export async function promtoolGrammar(): Promise<Grammar> {
  const [head = '', body = ''] = (await probe('promtool', ['--help-long'])).split(/^Commands:\n/m)
  const root: Command = { commands: {} }
  for (const part of body.split(/\n(?=[a-z])/)) place(root, part)
  return {
    tool: 'promtool',
    version: await versionOf('promtool'),
    source: 'promtool --help-long',
    syntax: 'gnu',
    global: helpFlags(plain(head)),
    root,
  }
}

/** Defaults in quotes, numbers below zero and none at all, as values like others. */
const plain = (text: string): string => text.replaceAll(/=(?:"[^"]*"|-?\d[\w.]*|(?= ))/g, '=VALUE')

/** `query series --match=MATCH [<flags>] <server>` and its flags, put where its name says. */
function place(root: Command, part: string): void {
  const [usage = '', ...lines] = part.split('\n')
  const path = /^[a-z][\w-]*(?: [a-z][\w-]*)*/.exec(usage)?.[0].split(' ') ?? []
  const name = path.pop()
  if (name === undefined) return
  let group = root
  for (const word of path) {
    const commands = group.commands as Record<string, Command>
    commands[word] ??= { commands: {} }
    group = commands[word]
  }
  const required = [...usage.matchAll(/(?<= )--[\w-]+/g)].map(([flag]) => flag)
  const commands = group.commands as Record<string, Command>
  commands[name] = {
    ...commandOf({ operands: operandsOf(usage) }),
    flags: helpFlags(plain(lines.join('\n'))).map((flag) => mustBeGiven(flag, required)),
  }
}

const mustBeGiven = (flag: Flag, required: readonly string[]): Flag =>
  flag.names.some((name) => required.includes(name)) ? { ...flag, required: true } : flag

const operandsOf = (usage: string): string =>
  [...usage.matchAll(/(\[?)<([^>]+)>(\.\.\.)?/g)]
    .filter(([, , name]) => name !== 'flags')
    .map(([, open, name = '', dots = '']) => {
      const word = `${name.toUpperCase().replaceAll(' ', '_')}${dots}`
      return open ? `[${word}]` : word
    })
    .join(' ')
