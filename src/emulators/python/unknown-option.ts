import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import { knownWords } from '#tools/match/word.ts'

/** The first option of a call that the program does not have, by its pinned grammar. */
export async function unknownOption(program: 'pip' | 'uvicorn', args: readonly string[]): Promise<string | undefined> {
  const { problems } = matchCommand(await loadGrammar(program), knownWords(args))
  return problems.flatMap((problem) => (problem.kind === 'unknown-flag' ? [problem.flag] : []))[0]
}
