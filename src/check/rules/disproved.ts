import type { Block, Page } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Something a page shows failing. */
interface Refusal {
  name: string
  line: number
}

/** Commands that the page itself shows failing: its own sample of an error names what is not there. */
export const disproved: Rule = ({ page, calls }) => {
  const targets = refusals(page, /No rule to make target [`'‘"]([^`'’"\s]+)[`'’"]/g)
  const programs = refusals(page, /(?:^|[\s:])([\w.-]+): command not found/g)
  return calls.flatMap((call) => [
    ...(call.name === 'make' ? targets.flatMap((refusal) => made(call, refusal)) : []),
    ...programs.filter(({ name }) => name === call.name).map((refusal) => told(call, refusal)),
  ])
}

function refusals(page: Page, pattern: RegExp): Refusal[] {
  return page.blocks.filter(isOutput).flatMap((block) =>
    [...block.text.matchAll(pattern)].map((match) => ({
      name: match[1] as string,
      line: block.pointAt(match.index).line,
    })),
  )
}

/** What a page only shows. The expected output of a step belongs to that step. */
const isOutput = ({ kind }: Block) => kind === 'plain'

function made(call: Call, refusal: Refusal): Finding[] {
  const word = call.words.find(({ text }) => text === refusal.name)
  if (!word) return []
  const data = { name: `make ${refusal.name}`, line: refusal.line }
  return [finding('NAME_DISPROVED', placeOfWord(call, word.word), data)]
}

const told = (call: Call, { name, line }: Refusal) => finding('NAME_DISPROVED', placeOfCall(call), { name, line })
