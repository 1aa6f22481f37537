import { isRunbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { outlineMakefile } from '#formats/makefile/parse.ts'
import { plainPath } from '../files/page-file.ts'
import { presentFiles } from '../files/present.ts'
import { type Call, type CallWord, placeOfWord } from '../page/call.ts'
import type { PageFacts } from '../page/facts.ts'
import type { Rule, Surroundings } from '../rule.ts'

/** Targets that steps give to make and no Makefile of the page or of its system has. */
export const makeTargets: Rule = (facts, surroundings) => {
  const outline = outlineOf(facts, surroundings)
  if (!outline || outline.open) return []
  const known = outline.targets.map(({ name }) => name)
  return facts.calls.flatMap((call) =>
    call.name === 'make' && call.where.length === 0 && !words(call).some((text) => ELSEWHERE.test(text))
      ? targetsOf(call).flatMap(({ word, text = '' }) =>
          known.includes(text)
            ? []
            : [
                finding('FILE_TARGET_UNKNOWN', placeOfWord(call, word), {
                  found: text,
                  suggestion: suggest(text, known),
                }),
              ],
        )
      : [],
  )
}

const ELSEWHERE = /^(-[a-zA-Z]*[Cf]|--directory|--file|--makefile)/
const words = ({ words: given }: Call): string[] => given.flatMap(({ text }) => text ?? [])

/** The page's own Makefile, else that of the directory its runs start in. */
function outlineOf({ page }: PageFacts, { workspaceFile }: Surroundings) {
  const shown = page.blocks.find((block) => block.kind === 'file' && /^(GNUm|[Mm])akefile$/.test(plainPath(block.path)))
  const found = shown ?? (isRunbook(page) ? workspaceFile?.(page.header.system, 'Makefile') : undefined)
  return found && outlineMakefile(found.text)
}

/** Words that are neither options, nor their values, nor assignments. */
const targetsOf = ({ words: given }: Call): CallWord[] =>
  given.filter(({ text }, index) => {
    const before = given[index - 1]?.text ?? ''
    return text !== undefined && !/^-|[=$]/.test(text) && !/^-[jlWoI]$/.test(before)
  })

/** Scripts that steps start and that neither the page nor its system has, or that cannot be started as they are. */
export const scripts: Rule = (facts, surroundings) => {
  const present = presentFiles({ facts, surroundings })
  if (!present) return []
  const mode = modesOf(facts, surroundings)
  return facts.calls
    .filter(({ block, where }) => block.kind === 'step' && where.length === 0)
    .flatMap((call) => {
      const found = scriptOf(call)
      if (!found) return []
      const path = plainPath(found.path)
      const place = placeOfWord(call, found.word)
      if (!present.has(path)) return [unknown(place, found.path, present)]
      return found.started && mode(call, path) ? [finding('FILE_SCRIPT_MODE', place, { found: found.path })] : []
    })
}

const unknown = (place: Finding['place'], found: string, present: ReadonlySet<string>): Finding =>
  finding('FILE_SCRIPT_UNKNOWN', place, { found, suggestion: suggest(plainPath(found), present) })

interface Script {
  path: string
  word: CallWord['word']
  /** By itself, `./deploy.sh`, and not by a program that reads it. */
  started: boolean
}

const READERS = new Set(['bash', 'sh', 'python', 'python3', 'source', '.', 'node'])

function scriptOf({ name, nameWord, words: given }: Call): Script | undefined {
  if (
    /^(\.{0,2}\/)?([\w.-]+\/)*[\w-]+\.(sh|bash|py)$/.test(name) &&
    name.includes('/') &&
    !name.startsWith('/') &&
    !name.includes('..')
  )
    return { path: name, word: nameWord, started: true }
  const [first] = READERS.has(name) ? given : []
  const path = first?.text
  if (
    !first ||
    path === undefined ||
    !/^[\w./-]+\.(sh|bash|py|js)$/.test(path) ||
    path.startsWith('/') ||
    path.includes('..')
  )
    return undefined
  return { path, word: first.word, started: false }
}

/** Whether a file lacks the mode to be started: a block writes none, and a `chmod` before gives it. */
function modesOf({ page, calls }: PageFacts, { workspaceFile }: Surroundings): (call: Call, path: string) => boolean {
  const written = new Set(page.blocks.flatMap((block) => (block.kind === 'file' ? [plainPath(block.path)] : [])))
  return (call, path) => {
    const before = calls.slice(0, calls.indexOf(call))
    const given = before.some(
      ({ name, words: all }) =>
        (name === 'chmod' || name === 'install') &&
        all.some(({ text }) => plainPath(text ?? '') === path || /[*$]|^-R/.test(text ?? '')),
    )
    if (given) return false
    if (written.has(path)) return true
    const found = isRunbook(page) ? workspaceFile?.(page.header.system, path) : undefined
    return found !== undefined && !found.executable
  }
}
