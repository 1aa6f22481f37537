import { type Finding, finding } from '#finding/finding.ts'
import { flagValues, isCommand, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Files of instructions that a plain document uses and never shows. */
export const shownFile: Rule = ({ page, calls }) => {
  const shown = new Set(page.blocks.flatMap((block) => (block.kind === 'file' ? [nameOf(block.path)] : [])))
  return calls.flatMap((call): Finding[] => {
    const builds = isCommand(call, 'gcloud', 'builds submit') ? flagValues(call, '--config') : []
    const images = isCommand(call, 'docker', 'build', 'buildx build') ? flagValues(call, '--file', '-f') : []
    return [...builds, ...images].flatMap(({ word, text }) =>
      text === undefined || text === '-' || text.includes('$') || shown.has(nameOf(text))
        ? []
        : [finding('FILE_UNKNOWN', placeOfWord(call, word), { found: text })],
    )
  })
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
