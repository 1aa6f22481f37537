import { plainRule } from '#check/rule.ts'
import { parseBash } from '#document/bash/read.ts'
import { isPlain, type Prose } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { matchOf, type Tools, toolOf } from '#tools/tool.ts'

export const documentCommandUnfenced = defineFinding({
  code: 'DOCUMENT_COMMAND_UNFENCED',
  severity: 'warning',
  es: {
    message: 'Hay un comando en un {whereEs}, «{found}»: Markdown puede cambiarlo y nadie lo comprueba.',
    hint: 'Ponlo en un bloque bash.',
    why: 'Fuera de un bloque Markdown cambia comillas, guiones y saltos de línea, y nadie comprueba el comando.',
  },
  en: {
    message: 'There is a command in a {whereEn}, `{found}`: Markdown may change it, and nothing checks it.',
    hint: 'Put it in a bash block.',
    why: 'Outside a block Markdown changes quotes, dashes and line breaks, and nothing checks the command.',
  },
  of: 'plain',
  wrong: ['Descarga la imagen:', '', 'docker pull python:3.12-slim'],
  right: ['Descarga la imagen:', '', '```bash', 'docker pull python:3.12-slim', '```'],
})

/** Commands among the words of a plain document: Markdown may change them, and nothing checks them. */
export const unfenced = plainRule([documentCommandUnfenced], ({ page }, { tools }) =>
  isPlain(page)
    ? page.prose.filter((prose) => prose.kind !== 'cell' && isCommandLine(prose, tools)).map(unfencedFinding)
    : [],
)

function unfencedFinding({ kind, place, text }: Prose): Finding {
  const found = lineOf(text).slice(0, 60)
  const where = kind === 'heading' ? { es: 'título', en: 'heading' } : { es: 'párrafo', en: 'paragraph' }
  return documentCommandUnfenced.at(place, { found, whereEs: where.es, whereEn: where.en })
}

const lineOf = (text: string) =>
  text
    .replace(/^#+\s*/, '')
    .split('\n')
    .at(-1) as string

/** The whole text, or its last line, is a command that its tool's grammar knows. */
function isCommandLine({ text }: Prose, tools: Tools): boolean {
  return [text.replace(/\n[-=]+\s*$/, ''), lineOf(text.replace(/\n[-=]+\s*$/, ''))].some((candidate) => {
    const tool = toolOf(/^([\w-]+)\s+\S/.exec(candidate)?.[1] ?? '', tools)
    if (!tool?.facts?.noWordOfProse) return false
    const script = parseBash(candidate)
    const [command, second] = script.commands
    if (!command || second || script.errors.length > 0) return false
    const given = command.args.map(({ value }) => ({ value }))
    const match = matchOf(tool, given)
    return match !== undefined && match.path.length > 0 && match.problems.length === 0
  })
}
