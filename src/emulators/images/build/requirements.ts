const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/
const EXTRAS = /^\s*\[\s*[\w.-]+(?:\s*,\s*[\w.-]+)*\s*\]/
const VERSION = '\\s*(?:===|==|~=|!=|<=|>=|<|>)\\s*[\\w.*+!-]+\\s*'
const SPECIFIERS = new RegExp(`^(?:\\s*\\(?${VERSION}(?:,${VERSION})*\\)?)?\\s*$`)

export interface Requirement {
  /** Normalized: lower case, `-` for `_` and `.`. */
  name: string
  extras: readonly string[]
}

/** One requirement of pip (PEP 508), or undefined when it does not parse. */
export function parseRequirement(text: string): Requirement | undefined {
  const [written = ''] = text.split(/\s*;/)
  const name = NAME.exec(written)?.[0]
  if (name === undefined) return undefined
  const afterName = written.slice(name.length)
  const extras = EXTRAS.exec(afterName)?.[0] ?? ''
  const rest = afterName.slice(extras.length)
  if (!/^\s*@\s*\S+\s*$/.test(rest) && !SPECIFIERS.test(rest)) return undefined
  return {
    name: normalize(name),
    extras: extras
      .replace(/[[\]\s]/g, '')
      .split(',')
      .filter(Boolean),
  }
}

export type RequirementsFile =
  | { ok: true; requirements: readonly Requirement[]; includes: readonly string[] }
  | { ok: false; message: string }

/** A requirements file, or pip's message about its first bad line. `name` is how the message calls the file. */
export function parseRequirements(text: string, name: string): RequirementsFile {
  const requirements: Requirement[] = []
  const includes: string[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const cleaned = line
      .replace(/(^|\s)#.*$/, '')
      .replace(/\s--hash=\S+/g, '')
      .replace(/\s*\\$/, '')
      .trim()
    const include = /^(?:-r|--requirement)[\s=]+(\S+)$/.exec(cleaned)?.[1]
    if (include !== undefined) includes.push(include)
    if (cleaned === '' || cleaned.startsWith('-')) continue
    const requirement = parseRequirement(cleaned)
    if (!requirement)
      return { ok: false, message: `ERROR: Invalid requirement: '${cleaned}' (from line ${index + 1} of ${name})` }
    requirements.push(requirement)
  }
  return { ok: true, requirements, includes }
}

const normalize = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')
