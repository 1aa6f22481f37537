import { type Block, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Pair } from './pair.ts'

export const localeTextDiffers = defineFinding({
  code: 'LOCALE_TEXT_DIFFERS',
  severity: 'error',
  es: {
    message: 'El bloque no es igual que en {other}: aquí «{found}» y allí «{expected}».',
    hint: 'Iguálalo: pnpm sync',
    why: 'Solo se ejecuta el texto en español: un comando distinto en inglés nadie lo ha comprobado.',
    fixed: 'como pnpm sync: copia el bloque español',
  },
  en: {
    message: 'The block is not the same as in {other}: `{found}` here and `{expected}` there.',
    hint: 'Make it the same: pnpm sync',
    why: 'Only the Spanish text is run: a different command in English has been verified by nobody.',
    fixed: 'as pnpm sync does: copies the Spanish block',
  },
  of: 'twins',
  wrong: [
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '=====',
    '```bash step=list effect=read',
    'docker ps --all',
    '```',
  ],
  right: [
    '```bash step=list effect=read',
    'docker ps',
    '```',
    '=====',
    '```bash step=list effect=read',
    'docker ps',
    '```',
  ],
})

/** A line that counts, and where it starts in the block's text. */
interface Line {
  text: string
  start: number
}

export function textFindings({ en, es, here, there }: Pair): Finding[] {
  const [found, expected] = [linesOf(here), linesOf(there)]
  const count = Math.max(found.length, expected.length)
  for (let index = 0; index < count; index += 1) {
    const [line, other] = [found[index], expected[index]]
    if (line?.text === other?.text) continue
    const start = line?.start ?? here.text.length
    const place = placeIn(en, here, start, start + (line?.text.length ?? 0))
    return [localeTextDiffers.at(place, { found: line?.text ?? '-', expected: other?.text ?? '-', other: es.file })]
  }
  return []
}

/** The lines of a block without comments, which may be translated. Expected output has none. */
function linesOf(block: Block): Line[] {
  const text = withoutComments(block)
  let start = 0
  const lines: Line[] = []
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length
    if (line.trim() !== '') lines.push({ text: line.trimEnd(), start: start + indent })
    start += line.length + 1
  }
  return lines
}

function withoutComments(block: Block): string {
  if (block.kind === 'step' || block.kind === 'checked') {
    return block.script.comments.reduceRight(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      block.text,
    )
  }
  return block.kind === 'file'
    ? block.text.replaceAll(/^[ \t]*(?:#|\/\/)[^\n]*/gm, (comment) => ' '.repeat(comment.length))
    : block.text
}
