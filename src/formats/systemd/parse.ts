/** One `Key=value` of a unit; continuation lines are joined. Offsets are UTF-16. */
export interface UnitEntry {
  section: string
  key: string
  value: string
  start: number
  /** Where the value starts. */
  valueStart: number
  end: number
}

export interface UnitSection {
  name: string
  start: number
  end: number
}

/** A line that is neither a section, a comment nor `Key=value`, or one before the first section. */
export interface UnitProblem {
  reason: 'no-equals' | 'no-section'
  start: number
  end: number
}

export interface Unit {
  sections: readonly UnitSection[]
  entries: readonly UnitEntry[]
  problems: readonly UnitProblem[]
}

/** Reads a unit file by systemd's rules (systemd.syntax(7)). */
export function parseUnit(text: string): Unit {
  const sections: UnitSection[] = []
  const entries: UnitEntry[] = []
  const problems: UnitProblem[] = []
  for (const { code, start } of logicalLines(text)) {
    const name = /^\[([^\]]*)\]\s*$/.exec(code)?.[1]
    const equals = code.indexOf('=')
    const section = sections.at(-1)
    const end = start + code.length
    if (name !== undefined) sections.push({ name, start, end })
    else if (equals < 1) problems.push({ reason: 'no-equals', start, end: start + (code.split('\n')[0]?.length ?? 0) })
    else if (!section) problems.push({ reason: 'no-section', start, end })
    else {
      const raw = code.slice(equals + 1)
      const indent = raw.length - raw.trimStart().length
      const value = raw.trim().replaceAll(/\s*\\\n(?:[ \t]*[#;][^\n]*\n)*\s*/g, ' ')
      const valueStart = start + equals + 1 + indent
      entries.push({ section: section.name, key: code.slice(0, equals).trim(), value, start, valueStart, end })
    }
  }
  return { sections, entries, problems }
}

/** Lines with those their backslash carries on to, without empty lines and comments. */
function logicalLines(text: string): { code: string; start: number }[] {
  const found: { code: string; start: number }[] = []
  for (const match of text.matchAll(/^(?:[^\\\n]|\\(?!\n)|\\\n(?:[ \t]*[#;][^\n]*\n)*)+$/gm)) {
    const code = match[0].trimStart()
    const start = match.index + match[0].length - code.length
    if (code !== '' && !/^[#;]/.test(code)) found.push({ code, start })
  }
  return found
}
