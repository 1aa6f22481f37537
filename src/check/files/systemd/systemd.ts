import { parseUnit } from '#formats/systemd/parse.ts'
import type { FormatCheck } from '../../rule.ts'
import { nameOf } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'
import { enableFindings } from './install.ts'
import { keyFindings } from './key.ts'
import { pathFindings } from './path.ts'
import { programFindings } from './program.ts'
import { sectionFindings } from './section.ts'
import { shellFindings } from './shell.ts'
import { startFindings } from './start.ts'
import { valueFindings } from './value.ts'
import { variableFindings } from './variable.ts'

/** A systemd unit: sections and keys systemd has, commands it can start, and the page's `systemctl enable`. */
export const systemd: FormatCheck = (file, around) => {
  const unit = parseUnit(file.text)
  return [
    ...unit.problems.map(({ start, end, reason }) =>
      fileSyntax.at(file.at(start, end), { file: nameOf(file), format: 'systemd', reason: REASONS[reason] }),
    ),
    ...sectionFindings(file, unit),
    ...unit.entries.flatMap((entry) => [
      ...keyFindings(file, entry),
      ...programFindings(file, entry),
      ...shellFindings(file, entry),
      ...valueFindings(file, entry),
      ...variableFindings(file, entry),
      ...pathFindings(file, entry),
    ]),
    ...startFindings(file, unit),
    ...enableFindings(file, unit, around),
  ]
}

const REASONS = { 'no-equals': 'no = in this line', 'no-section': 'no [Section] before this line' } as const
