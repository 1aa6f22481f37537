const PROMPT = /^(\s*)(\$|#|%|>|[\w.@~-]+[:~/\w.-]*[$#])(?= )/

/**
 * A session as bash would be given it: prompts and, where there are prompts, the
 * lines between them that are output, turned into spaces, so that no offset moves.
 * Text without prompts stays as it is.
 */
export function withoutPrompts(text: string): string {
  const lines = text.split('\n')
  if (!lines.some((line) => /^\s*\$ \S/.test(line))) return text
  let continued = false
  return lines
    .map((line) => {
      const prompt = continued ? undefined : PROMPT.exec(line)?.[0]
      const kept = continued || prompt !== undefined
      continued = kept && /\\$/.test(line)
      if (!kept) return ' '.repeat(line.length)
      return ' '.repeat(prompt?.length ?? 0) + line.slice(prompt?.length ?? 0)
    })
    .join('\n')
}
