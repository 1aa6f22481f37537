import type { Block, Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import { blockFindings } from './blocks.ts'

export const localeBlocksDiffer = defineFinding({
  code: 'LOCALE_BLOCKS_DIFFER',
  severity: 'error',
  es: {
    message: 'Aquí hay {found}, y en {other} hay {expected}.',
    hint: 'Deja los mismos bloques en el mismo orden: pnpm sync',
    why: 'Un archivo o una salida esperada que falta en un idioma deja a su lector sin ella.',
  },
  en: {
    message: 'Found {found} here, and {expected} in {other}.',
    hint: 'Keep the same blocks in the same order: pnpm sync',
    why: 'A file or an expected output missing in one language leaves its reader without it.',
  },
  of: 'twins',
  wrong: [
    '```bash step=greet effect=read',
    'echo hola',
    '```',
    '',
    '```text expect=whole',
    'hola',
    '```',
    '=====',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
  right: [
    '```bash step=greet effect=read',
    'echo hola',
    '```',
    '=====',
    '```bash step=greet effect=read',
    'echo hola',
    '```',
  ],
})

/** Plain blocks only illustrate, and may differ. */
const compared = (page: Runbook) => page.blocks.filter(({ kind }) => kind !== 'plain')

export function blocksFindings(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [compared(en), compared(es)]
  const at = here.findIndex((block, index) => !there[index] || nameOf(block) !== nameOf(there[index]))
  if (at >= 0 || here.length < there.length) {
    const index = at >= 0 ? at : here.length
    const block = here[index]
    const data = { found: nameOf(block), expected: nameOf(there[index]), other: es.file }
    return [localeBlocksDiffer.at(block?.place ?? here.at(-1)?.place ?? wholeFile(en.file), data)]
  }
  return here.flatMap((block, index) => blockFindings({ en, es, here: block, there: there[index] as Block }))
}

function nameOf(block: Block | undefined): string {
  if (!block) return '-'
  if (block.kind === 'step') return `step=${block.fence.step}`
  return block.kind === 'file' ? `file=${block.path}` : `${block.language} ${block.kind}`
}
