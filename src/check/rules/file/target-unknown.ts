import { plainPath } from '#check/files/page-file.ts'
import { ask, isHere, placeOfWord } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule, type Surroundings } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { outlineMakefile } from '#formats/makefile/outline.ts'
import { suggest } from '#schema/spelling.ts'

export const fileTargetUnknown = defineFinding({
  code: 'FILE_TARGET_UNKNOWN',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'El Makefile no tiene el objetivo «{found}».',
    hint: 'Usa un objetivo que tenga.[? Quizá querías «{suggestion}».]',
    why: 'make se detiene ante un objetivo que el Makefile no tiene.',
  },
  en: {
    message: 'The Makefile has no target `{found}`.',
    hint: 'Use a target it has.[? Did you mean `{suggestion}`?]',
    why: 'make stops at a target the Makefile does not have.',
  },
  wrong: [
    '```makefile file=Makefile',
    'build:',
    '\tdocker build -t app:1.0.0 .',
    '```',
    '',
    '```bash step=build',
    'make biuld',
    '```',
  ],
  right: [
    '```makefile file=Makefile',
    'build:',
    '\tdocker build -t app:1.0.0 .',
    '```',
    '',
    '```bash step=build',
    'make build',
    '```',
  ],
})

/** Targets that steps give to make and no Makefile of the page or of its system has. */
export const makeTargets = pageRule([fileTargetUnknown], (facts, surroundings) => {
  const outline = outlineOf(facts, surroundings)
  if (!outline || outline.open) return []
  const known = outline.targets.map(({ name }) => name)
  return facts.calls.filter(isHere).flatMap((call) =>
    (ask(call, 'targets') ?? []).flatMap(({ word, text = '' }) => {
      if (known.includes(text)) return []
      return [fileTargetUnknown.at(placeOfWord(call, word), { found: text, suggestion: suggest(text, known) })]
    }),
  )
})

/** The page's own Makefile, else that of the directory its runs start in. */
function outlineOf({ page }: PageFacts, { workspaceFile }: Surroundings) {
  const shown = page.blocks.find((block) => block.kind === 'file' && /^(GNUm|[Mm])akefile$/.test(plainPath(block.path)))
  const found = shown ?? (isRunbook(page) ? workspaceFile?.(page.header.system, 'Makefile') : undefined)
  return found && outlineMakefile(found.text)
}
