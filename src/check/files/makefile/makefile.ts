import { outlineMakefile } from '#formats/makefile/outline.ts'
import type { FormatCheck } from '../../rule.ts'
import { nameOf } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'

/** A Makefile: lines make cannot read, above all recipes indented with spaces. */
export const makefile: FormatCheck = (file) =>
  outlineMakefile(file.text)
    .problems.slice(0, 1)
    .map(({ start, end, reason }) =>
      fileSyntax.at(file.at(start, end), { file: nameOf(file), format: 'make', reason: REASONS[reason] }),
    )

const REASONS = {
  spaces: 'missing separator (a recipe line starts with a tab, not with spaces)',
  'missing-separator': 'missing separator',
  'no-target-yet': 'recipe commences before first target',
} as const
