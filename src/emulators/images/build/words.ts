import { substitute } from './substitute.ts'

/** One simple command of a shell text. `operator` is what joins it to the one before. */
export interface SimpleCommand {
  operator: '' | '&&' | '||' | ';'
  words: readonly string[]
  /** As written, trimmed. */
  text: string
}

/** What of a shell text is beyond simple commands joined by `&&`, `||` and `;`. */
export const isBeyondSimple = (text: string): boolean =>
  /(?<![&|])[|&](?![&|])|[`<>(){}]|\$\(|\bfor\b|\bif\b/.test(unquotedText(text))

/** The simple commands of a shell text, with variables filled in. */
export function simpleCommands(text: string, env: Readonly<Record<string, string>>): SimpleCommand[] {
  const joined = text.replace(/\\\r?\n/g, ' ')
  const parts = joined.match(/(?:"(?:\\.|[^"])*"|'[^']*'|\\.|&&|\|\||;|\n|[\s\S])/g) ?? []
  const commands: { operator: SimpleCommand['operator']; text: string }[] = [{ operator: '', text: '' }]
  for (const part of parts) {
    const last = commands.at(-1)
    if (part === '&&' || part === '||' || part === ';') commands.push({ operator: part, text: '' })
    else if (part === '\n') commands.push({ operator: ';', text: '' })
    else if (last) last.text += part
  }
  return commands
    .map(({ operator, text: command }) => ({ operator, text: command.trim(), words: splitWords(command, env) }))
    .filter(({ words }) => words.length > 0)
}

/** Words of one simple command: quotes removed, variables filled in outside single quotes. */
export function splitWords(text: string, env: Readonly<Record<string, string>>): string[] {
  const words: string[] = []
  let current: string | undefined
  for (const [token] of text.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\[\s\S]|\s+|[^\s"'\\]+/g)) {
    if (/^\s/.test(token)) {
      if (current !== undefined) words.push(current)
      current = undefined
      continue
    }
    const piece = wordPiece(token, env)
    if (piece !== '' || /^["']/.test(token)) current = (current ?? '') + piece
  }
  return current === undefined ? words : [...words, current]
}

function wordPiece(token: string, env: Readonly<Record<string, string>>): string {
  if (token.startsWith("'")) return token.slice(1, -1)
  if (token.startsWith('"')) return substitute(token.slice(1, -1), env).replace(/\\(["\\$`])/g, '$1')
  return token.startsWith('\\') ? token.slice(1) : substitute(token, env)
}

/** Quoted parts and parameter expansions blanked, so that only the shell's own operators remain. */
function unquotedText(text: string): string {
  return text.replace(/\\[\s\S]|"(?:\\.|[^"\\])*"|'[^']*'|\$\{[^}]*\}/g, (part) =>
    /\$\(|`/.test(part) && !part.startsWith("'") ? '`' : ' ',
  )
}
