import { describeProblem } from '#check/rules/command/grammar/grammar.ts'
import { parseBash } from '#document/bash.ts'
import type { Finding } from '#finding/finding.ts'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { Place } from '#schema/place.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { GrammarWord } from '#tools/match/word.ts'
import type { Grammars } from '../../page/facts.ts'
import { grammarWord } from '../../page/grammar-word.ts'
import { unwrap } from '../../page/unwrap.ts'
import type { PageFile } from '../page-file.ts'

/** Commands of a Dockerfile that their tools would refuse. Not those of images whose tools are BusyBox's: they have flags of their own. */
export function commandFindings(
  file: PageFile,
  instructions: readonly DockerInstruction[],
  grammars: Grammars,
): Finding[] {
  if (instructions.some(({ keyword, raw }) => keyword === 'FROM' && /alpine|busybox|\$/.test(raw))) return []
  return instructions.flatMap((instruction) => [
    ...shellFindings(file, instruction, grammars),
    ...execFindings(file, instruction, grammars),
  ])
}

/** `RUN pip install x`. A line of comment inside an instruction is Docker's, which takes it out. */
function shellFindings(file: PageFile, { keyword, raw, args }: DockerInstruction, grammars: Grammars): Finding[] {
  const [first] = args
  if (!first || !RUNS.has(keyword) || /^\s*\[|<</.test(raw) || /\n\s*#/.test(raw)) return []
  const text = file.text.slice(first.start, args.at(-1)?.end)
  return parseBash(text).commands.flatMap(({ name, args: words }) => {
    if (!name) return []
    const program = unwrap(name, words)
    const at = (word: { start: number; end: number }) => file.at(first.start + word.start, first.start + word.end)
    return problemsOf({
      tool: program.name.value ?? '',
      words: program.args.map(grammarWord),
      placeOf: (index) => at(program.args[index] ?? program.name),
      grammars,
    })
  })
}

/** `CMD ["uvicorn", "app.main:app"]`. */
function execFindings(file: PageFile, { keyword, raw, args }: DockerInstruction, grammars: Grammars): Finding[] {
  const [first] = args
  const [tool, ...words] = RUNS.has(keyword) ? (execForm(raw) ?? []) : []
  if (!first || tool === undefined) return []
  const from = first.start
  const end = args.at(-1)?.end ?? from
  const placeOf = (index: number) => {
    const word = JSON.stringify(words[index] ?? tool)
    const at = file.text.indexOf(word, from)
    return at < 0 || at > end ? file.at(from, end) : file.at(at + 1, at + word.length - 1)
  }
  return problemsOf({ tool, words: words.map((value) => ({ value })), placeOf, grammars })
}

const RUNS = new Set(['RUN', 'CMD', 'ENTRYPOINT'])

interface Command {
  tool: string
  words: readonly GrammarWord[]
  placeOf(index: number): Place
  grammars: Grammars
}

/** `pip` of `/opt/venv/bin/pip`. */
function problemsOf({ tool, words, placeOf, grammars }: Command): Finding[] {
  const name = tool.slice(tool.lastIndexOf('/') + 1)
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined
  const match = grammar && matchCommand(grammar, words)
  return (match?.problems ?? [])
    .filter(({ kind }) => kind !== 'omitted-command')
    .map((problem) =>
      describeProblem({ name, path: match?.path ?? [] }, problem, { place: placeOf(problem.index), grammars }),
    )
}
