import type { Finding } from '#finding/finding.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyDuplicate } from '../key-duplicate.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'

/** JSON: syntax, and keys given twice, of which only the last would count. */
export const json: FormatCheck = (file) => {
  const { text } = file
  try {
    JSON.parse(text)
    return duplicates(file)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const start = Number(/position (\d+)/.exec(message)?.[1] ?? text.trimEnd().length)
    const reason = message.replace(/ (in JSON )?at position[\s\S]*$/, '').replace(/, (\.\.\.)?".*$/s, '')
    return [fileSyntax.at(file.at(start), { file: nameOf(file), format: 'JSON', reason })]
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** Keys seen twice in one object. The text is valid JSON, so a string before a colon is a key. */
function duplicates(file: PageFile): Finding[] {
  const found: Finding[] = []
  const open: (Set<string> | undefined)[] = []
  let key: RegExpExecArray | undefined
  for (const token of file.text.matchAll(TOKEN)) {
    const [text] = token
    if (text === '{') open.push(new Set())
    else if (text === '[') open.push(undefined)
    else if (text === '}' || text === ']') open.pop()
    else if (text === ':' && key) {
      const name = JSON.parse(key[0]) as string
      if (open.at(-1)?.has(name)) found.push(fileKeyDuplicate.at(file.at(key.index), { file: nameOf(file), key: name }))
      open.at(-1)?.add(name)
    }
    key = text.startsWith('"') ? token : undefined
  }
  return found
}
