import type { BashWord } from '#document/bash-model.ts'
import { matchCommand } from '#tools/match/match.ts'
import { PREFIX_GRAMMARS } from '#tools/tables/prefixes.ts'
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
export function unwrap(name: BashWord, args: readonly BashWord[]): Unwrapped {
  let current: Unwrapped = { name, args, prefixes: [], timed: false }
  for (let inner: Unwrapped | undefined = current; inner; inner = behind(current)) current = inner
  return current
}

function behind({ name, args, prefixes, timed }: Unwrapped): Unwrapped | undefined {
  const tool = name.value ?? ''
  if (!isPrefix(tool)) return undefined
  const match = matchCommand(PREFIX_GRAMMARS[tool], args.map(grammarWord))
  const next = firstWord(args, match.rest)
  const command = args[next]
  if (!command || match.informative || onlyAsks(tool, match.flags)) return undefined
  const prefix = { name: tool, nameWord: name, words: args.slice(0, next), match }
  const ends = timed || tool === 'timeout'
  return { name: command, args: args.slice(next + 1), prefixes: [...prefixes, prefix], timed: ends }
}

const isPrefix = (tool: string): tool is keyof typeof PREFIX_GRAMMARS => Object.hasOwn(PREFIX_GRAMMARS, tool)

/** `sudo A=1 command`, `env A=1 command`. */
function firstWord(args: readonly BashWord[], rest: number | undefined): number {
  let next = rest ?? args.length
  while (/^[A-Za-z_]\w*=/.test(args[next]?.text ?? '')) next += 1
  return next
}

/** `command -v docker` looks for it, `sudo -e file` edits it. */
const onlyAsks = (tool: string, flags: Prefix['match']['flags']): boolean =>
  flags.some(
    ({ name }) =>
      (tool === 'command' && (name === '-v' || name === '-V')) ||
      (tool === 'sudo' && (name === '--edit' || name === '--list')) ||
      (tool === 'flock' && name === '--command'),
  )
