import { gcloudRefusals } from '#tools/gcloud/refusals.ts'
import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Problem } from '#tools/match/problem.ts'
import { knownWords } from '#tools/match/word.ts'
import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { COMMANDS } from './commands/all.ts'
import { GcloudFailure } from './failure.ts'
import { print } from './format/print.ts'
import { GcloudInvocation } from './invocation.ts'
import type { Reply } from './output.ts'
import { parseError } from './parse-error.ts'
import { settle } from './pubsub/settle.ts'
import { settleOperations } from './sql/operation.ts'

/**
 * Google Cloud as `gcloud` shows it. Refuses what the real parser refuses, keeps
 * what the real service would keep, and throws NotModelled for the rest.
 */
export const gcloud: Emulator = async (call) => {
  const grammar = await loadGrammar('gcloud')
  const match = matchCommand(grammar, knownWords(call.args))
  if (match.flags.some((use) => use.name === '--version') && match.path.length === 0)
    return succeed(versionText(grammar.version))
  if (match.informative) throw new NotModelled(`the help of gcloud ${match.subcommand}`)
  const refused = [...match.problems, ...gcloudRefusals(match)].filter(({ kind }) => kind !== 'duplicate')
  if (refused.some(({ kind }) => kind === 'omitted-command')) {
    throw new NotModelled(`gcloud ${call.args.filter((word) => !word.startsWith('-')).join(' ')} is not modelled`)
  }
  if (refused.length > 0) return parseError({ grammar, match, args: call.args }, inOrder(refused))
  return run(new GcloudInvocation(call, match), grammar.version)
}

/** The parser speaks before the checks that follow it. */
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => Number(isLate(a)) - Number(isLate(b)))

const isLate = (problem: Problem): boolean => problem.kind === 'rule' && problem.exitCode !== 2

const versionText = (version: string): string => `Google Cloud SDK ${version}\n`

const run = async (invocation: GcloudInvocation, version: string): Promise<Output> => {
  const path = invocation.match.subcommand
  if (path === 'version') return succeed(versionText(version))
  const command = COMMANDS[path]
  if (command === undefined) throw new NotModelled(`gcloud ${path} is not modelled`)
  invocation.onlyHonours(command.flags)
  settleOperations(invocation.world)
  await settle(invocation.world)
  try {
    return toOutput(invocation, await command.run(invocation))
  } catch (error) {
    if (!(error instanceof GcloudFailure)) throw error
    return fail(`${error.before}ERROR: (${invocation.id}) ${error.message}\n`, error.exitCode)
  }
}

const toOutput = (invocation: GcloudInvocation, reply: Reply): Output => ({
  stdout: `${reply.stdout ?? ''}${print(invocation, reply)}`,
  stderr: reply.stderr ?? '',
  exitCode: reply.exitCode ?? 0,
})
