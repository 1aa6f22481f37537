import type { Flag, Grammar } from '#tools/match/model.ts'
import { commandOf } from '#tools/match/table.ts'
import { type AskedTool, GETOPT_TOOLS } from './asked-tools.ts'
import { getoptFlags } from './getopt.ts'
import { helpFlags } from './help.ts'
import { probe, versionOf } from './probe.ts'

/** The grammar of an installed program that reads its flags with getopt. */
export async function getoptGrammar(tool: string): Promise<Grammar> {
  const { version, ...table } = GETOPT_TOOLS[tool] as AskedTool
  const flags = tool === 'curl' ? await curlFlags() : await getoptFlags(tool)
  return {
    tool,
    version: await versionOf(tool, version),
    source: `${tool} --help`,
    syntax: 'gnu',
    global: [],
    root: { ...commandOf(table), flags },
  }
}

/** curl takes no `--flag=value`, and `--no-` before every switch. Its help has the names; it is asked which take a value. */
async function curlFlags(): Promise<Flag[]> {
  const flags: Flag[] = []
  for (const { names } of helpFlags(await probe('curl', ['--help', 'all']))) {
    const takes = WANTS.test(await probe('curl', [names[0] as string]))
    const informative = names.some((name) => ASKING.has(name))
    flags.push({
      names,
      ...(takes ? { value: 'string', apart: true } : { negatable: true }),
      ...(informative && { informative }),
    })
  }
  return flags
}

const WANTS = /requires parameter/
const ASKING = new Set(['--help', '--version', '--manual'])
