import { ask, placeOfWord } from '#check/page/call.ts'
import { plainRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { fileUnknown } from './unknown.ts'

/** Files of instructions that a plain document uses and never shows. */
export const shownFile = plainRule([fileUnknown], ({ page, calls }) => {
  const shown = new Set(page.blocks.flatMap((block) => (block.kind === 'file' ? [nameOf(block.path)] : [])))
  return calls.flatMap((call): Finding[] =>
    (ask(call, 'instructions') ?? []).flatMap(({ word, text }) =>
      text === undefined || text === '-' || text.includes('$') || shown.has(nameOf(text))
        ? []
        : [fileUnknown.at(placeOfWord(call, word), { found: text })],
    ),
  )
})

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
