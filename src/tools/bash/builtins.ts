import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import { scriptOf } from '../kinds/reads-code.ts'
import { hasFlag } from '../match/line.ts'
import type { Grammar } from '../match/model.ts'
import { grammarOf } from '../match/table.ts'
import type { Tool } from '../tool.ts'

const MOVES: ToolFacts = { every: { directory: 'moves' } }
const READS: ToolFacts = { every: { runsFile: scriptOf } }

const prefix = (tool: string, flags: string): Grammar =>
  grammarOf({ tool, version: '5.2', source: 'bash(1)', flags, operands: '[COMMAND...]', passthrough: true })

const RUNS: ToolFacts = { prefix: true, every: { runsFrom: startOfRest } }

/** `command -v docker` looks for it. */
const COMMAND: ToolFacts = {
  prefix: true,
  every: { runsFrom: (line) => (hasFlag(line, '-v', '-V') ? undefined : startOfRest(line)) },
}

/** What bash runs itself, by name. Always loaded: some names are no words. */
export const BUILTINS: Readonly<Record<string, Tool>> = {
  exec: { name: 'exec', grammar: prefix('exec', '-c -l -a=NAME'), facts: RUNS },
  command: { name: 'command', grammar: prefix('command', '-p -v -V'), facts: COMMAND },
  builtin: { name: 'builtin', grammar: prefix('builtin', ''), facts: RUNS },
  eval: { name: 'eval', facts: { every: { hands: ({ words }) => [{ kind: 'joined', words }] } } },
  cd: { name: 'cd', facts: MOVES },
  pushd: { name: 'pushd', facts: MOVES },
  popd: { name: 'popd', facts: MOVES },
  source: { name: 'source', facts: READS },
  '.': { name: '.', facts: READS },
  read: {
    name: 'read',
    facts: { every: { asks: ({ words }) => (words.length > 0 ? { instead: 'person' } : undefined) } },
  },
}
