import type { ToolFacts } from '../facts/model.ts'
import { firstOperand, hasOption } from '../match/line.ts'

const CHANGES =
  /^(install|reinstall|remove|erase|update|upgrade|downgrade|autoremove|swap|distro-sync|(group|local)install)$/

/** Of dnf and yum. */
export const facts: ToolFacts = {
  every: {
    asks: (line) =>
      CHANGES.test(firstOperand(line)) && !hasOption(line, '--assumeyes', '--assumeno', 'y')
        ? { instead: { add: '-y' } }
        : undefined,
  },
}
