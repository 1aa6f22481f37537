/** A rule's target and where its name stands (UTF-16 offsets). */
export interface MakeTarget {
  name: string
  start: number
  end: number
}

/** What can be told of a Makefile without running make. */
export interface MakefileOutline {
  targets: readonly MakeTarget[]
  /** May define targets that are not seen: `include`, pattern rules, names from variables. */
  open: boolean
  /** Lines make refuses: neither rule, assignment nor directive. */
  problems: readonly { start: number; end: number; spaces: boolean }[]
}

const DIRECTIVES =
  /^-?(?:include|sinclude|ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|export|unexport|override|undefine|vpath|load)\b/
const ASSIGNMENT = /^(?:export\s+|override\s+|private\s+)*[^\s:=#]+\s*(?:[?:+!]|::|:::)?=/
const RULE = /^([^:=#]+?)\s*&?::?(?!=)/

/** Reads the rules of a Makefile. A recipe line starts with a tab; with spaces, make has no separator to find. */
export function outlineMakefile(text: string): MakefileOutline {
  const targets: MakeTarget[] = []
  const problems: { start: number; end: number; spaces: boolean }[] = []
  let open = false
  let inDefinition = false
  for (const { code, start } of logicalLines(text)) {
    const plain = code.trim()
    if (inDefinition) {
      inDefinition = !/^endef\b/.test(plain)
      continue
    }
    if (plain === '' || plain.startsWith('#') || code.startsWith('\t')) continue
    const rule = RULE.exec(code)
    if (DIRECTIVES.test(plain)) {
      open ||= /^-?s?include\b|^(define|load)\b/.test(plain)
      inDefinition = /^define\b/.test(plain)
    } else if (ASSIGNMENT.test(code)) continue
    else if (rule) {
      const names = namesIn(rule[1] as string, start)
      targets.push(...names.filter(({ name }) => !/[%$]/.test(name)))
      open ||= names.some(({ name }) => /[%$]/.test(name))
    } else if (/^\$[({]/.test(plain)) open = true
    else
      problems.push({
        start: start + code.length - code.trimStart().length,
        end: start + code.split('\n')[0]!.length,
        spaces: /^ /.test(code),
      })
  }
  return { targets, open, problems }
}

function logicalLines(text: string): { code: string; start: number }[] {
  return [...text.matchAll(/^(?:[^\\\n]|\\\n|\\)*$/gm)].map(({ 0: code, index: start }) => ({ code, start }))
}

function namesIn(left: string, start: number): MakeTarget[] {
  return [...left.matchAll(/\S+/g)].map(({ 0: name, index }) => ({
    name,
    start: start + index,
    end: start + index + name.length,
  }))
}
