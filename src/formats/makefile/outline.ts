import { type MakeLine, type MakeTarget, readMakefile } from './read.ts'

/** What can be told of a Makefile without running make. */
export interface MakefileOutline {
  targets: readonly MakeTarget[]
  /** May define targets that are not seen: `include`, pattern rules, names from variables. */
  open: boolean
  /** Lines make refuses: neither rule, assignment nor directive. */
  problems: readonly { start: number; end: number; reason: 'missing-separator' | 'spaces' | 'no-target-yet' }[]
}

/** The rules of a Makefile. A recipe line starts with a tab; with spaces, make has no separator to find. */
export function outlineMakefile(text: string): MakefileOutline {
  const lines = readMakefile(text)
  const targets = lines.flatMap((line) => (line.kind === 'rule' ? line.targets : []))
  const computed = ({ name }: MakeTarget) => /[%$]/.test(name)
  return {
    targets: targets.filter((target) => !computed(target)),
    open: targets.some(computed) || lines.some(mayDefine),
    problems: lines.flatMap((line) => {
      if (line.kind !== 'problem') return []
      const end = text.indexOf('\n', line.start)
      const reason = line.indent.startsWith(' ') ? 'spaces' : line.reason
      return [{ start: line.start + line.indent.length, end: end < 0 ? text.length : end, reason }]
    }),
  }
}

/** Whether a line may make rules that nobody sees: files drawn in, text evaluated. */
const mayDefine = (line: MakeLine): boolean =>
  line.kind === 'call' || (line.kind === 'directive' && /^(-?include|sinclude|define|-?load)$/.test(line.word))
