import { describeProblem } from '#check/rules/command/grammar/grammar.ts'
import { parseBash } from '#document/bash/read.ts'
import type { Finding } from '#finding/finding.ts'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { Place } from '#schema/place.ts'
import type { GrammarWord } from '#tools/match/word.ts'
import { matchOf, type Tools, toolOf } from '#tools/tool.ts'
import { grammarWord } from '../../page/grammar-word.ts'
import { unwrap } from '../../page/unwrap.ts'
import type { PageFile } from '../page-file.ts'

/** Commands of a Dockerfile that their tools would refuse. Not those of images whose tools are BusyBox's: they have flags of their own. */
export function commandFindings(file: PageFile, instructions: readonly DockerInstruction[], tools: Tools): Finding[] {
  if (instructions.some(({ keyword, raw }) => keyword === 'FROM' && /alpine|busybox|\$/.test(raw))) return []
  return instructions.flatMap((instruction) => [
    ...shellFindings(file, instruction, tools),
    ...execFindings(file, instruction, tools),
  ])
}

/** `RUN pip install x`. A line of comment inside an instruction is Docker's, which takes it out. */
function shellFindings(file: PageFile, { keyword, raw, args }: DockerInstruction, tools: Tools): Finding[] {
  const [first] = args
  if (!first || !RUNS.has(keyword) || /^\s*\[|<</.test(raw) || /\n\s*#/.test(raw)) return []
  const text = file.text.slice(first.start, args.at(-1)?.end)
  return parseBash(text).commands.flatMap(({ name, args: words }) => {
    if (!name) return []
    const program = unwrap(name, words, tools)
    const at = (word: { start: number; end: number }) => file.at(first.start + word.start, first.start + word.end)
    return problemsOf({
      tool: program.name.value ?? '',
      words: program.args.map(grammarWord),
      placeOf: (index) => at(program.args[index] ?? program.name),
      tools,
    })
  })
}

/** `CMD ["uvicorn", "app.main:app"]`. */
function execFindings(file: PageFile, { keyword, raw, args }: DockerInstruction, tools: Tools): Finding[] {
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
  return problemsOf({ tool, words: words.map((value) => ({ value })), placeOf, tools })
}

const RUNS = new Set(['RUN', 'CMD', 'ENTRYPOINT'])

interface Command {
  tool: string
  words: readonly GrammarWord[]
  placeOf(index: number): Place
  tools: Tools
}

/** `pip` of `/opt/venv/bin/pip`. */
function problemsOf({ tool, words, placeOf, tools }: Command): Finding[] {
  const name = tool.slice(tool.lastIndexOf('/') + 1)
  const match = matchOf(toolOf(name, tools), words)
  return (match?.problems ?? [])
    .filter(({ kind }) => kind !== 'omitted-command')
    .map((problem) =>
      describeProblem({ name, path: match?.path ?? [] }, problem, { place: placeOf(problem.index), tools }),
    )
}
