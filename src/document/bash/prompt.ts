import { parseBash } from './read.ts'
import { isSentence } from './sentence.ts'

/** A shell's own: `$`, `me@host:~$`, `[me@host dir]#`, `sh-5.1#`, `host:/srv$`, `❯`. */
const SHELL_PROMPT =
  /\$>?|[❯➜]|\[[\w.-]+@[^\]\n]+\][$#]|[\w.-]+@[\w.-]+(?::[^\s$#]*)?[$#]|[\w.-]+:[~/][\w./~-]*[$#]|(?:ba|z|k|da)?sh-\d[\w.]*[$#]/
const SURE = new RegExp(`^\\s*(?:${SHELL_PROMPT.source}) \\S`)
const PROMPT = new RegExp(`^(\\s*)(?:${SHELL_PROMPT.source}|#|%|>)(?= )`)

/**
 * A session as bash would be given it: prompts and, where there are prompts, the
 * lines between them that are output, turned into spaces, so that no offset moves.
 * Text without prompts stays as it is. Between prompts, `# ` before a sentence is a comment.
 */
export function withoutPrompts(text: string): string {
  const lines = text.split('\n')
  if (!lines.some((line) => SURE.test(line)) && !isQuoted(lines)) return text
  let open = ''
  return lines
    .map((line) => {
      const prompt = promptOf(line, open)
      if (prompt === undefined) return ' '.repeat(line.length)
      const command = ' '.repeat(prompt.length) + line.slice(prompt.length)
      open = unfinished(prompt === '' ? `${open}\n${command}` : command)
      return command
    })
    .join('\n')
}

/** `> ` before the first line and words: alone it would empty a file. */
const isQuoted = (lines: readonly string[]) => /^\s*> \S+ \S/.test(lines.find((line) => /^\s*[^#\s]/.test(line)) ?? '')

/** The prompt a line starts with, none where it goes on with a command, undefined where it is output. */
function promptOf(line: string, open: string): string | undefined {
  const prompt = isComment(line) ? undefined : PROMPT.exec(line)?.[0]
  if (open === '' || SURE.test(line)) return prompt
  return /^\s*> /.test(line) ? PROMPT.exec(line)?.[0] : ''
}

/** A command that goes on in the next line. */
const unfinished = (command: string): string =>
  /\\$/.test(command) || parseBash(command).errors.some(({ message }) => UNFINISHED.test(message)) ? command : ''

const UNFINISHED = /^unterminated|without its end|to close|^expected command after/

/** After a prompt of root, a sentence is a comment, and so is what bash cannot read. */
function isComment(line: string): boolean {
  const text = /^\s*#+(.*)/.exec(line)?.[1]
  return text !== undefined && (isSentence(text) || parseBash(text).errors.length > 0)
}
