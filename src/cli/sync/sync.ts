import { writeFile } from 'node:fs/promises'
import { fenceUnclosed } from '#document/findings/fence/unclosed.ts'
import { syncPage } from '#document/sync.ts'
import { EXIT, StopError } from '#finding/error.ts'
import { pairRunbooks, readPages } from '#knowledge/pages.ts'
import { inRoot } from '#knowledge/paths.ts'
import { parseOptions } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** `pnpm sync [--check]`: copies changed blocks from Spanish to English pages, leaving prose alone. */
export async function sync({ args, out, err, locale }: Terminal): Promise<number> {
  const { values } = parseOptions(args, { check: { type: 'boolean' }, lang: { type: 'string' } })
  const { pages, findings } = await readPages()
  const open = findings.find(({ code }) => code === fenceUnclosed.code)
  if (open) throw unclosed(open.place.file, open.place.start.line)
  let behind = 0
  for (const { es, en } of pairRunbooks(pages).values()) {
    if (!en) continue
    const synced = syncPage(es, en)
    if ('unmatched' in synced) throw unmatched(es.file, en.file, synced.unmatched.place.start.line)
    if (synced.source === en.source) continue
    behind += 1
    if (values.check) err.write(`${BEHIND[locale](en.file)}\n`)
    else await writeFile(inRoot(en.file), synced.source)
    if (!values.check) out.write(`+ ${en.file}\n`)
  }
  return values.check && behind > 0 ? EXIT.failed : EXIT.passed
}

const BEHIND = {
  es: (file: string) => `${file}: sus bloques no son los del español. Cópialos: pnpm sync`,
  en: (file: string) => `${file}: its blocks are not those of the Spanish page. Copy them: pnpm sync`,
}

/** The prose that follows would pass for the text of the block, and be copied over its translation. */
const unclosed = (file: string, line: number) =>
  new StopError(
    EXIT.invalid,
    {
      es: `${file}:${line}: el bloque no se cierra, y no se sabe dónde acaba.`,
      en: `${file}:${line}: the block is not closed, and where it ends cannot be told.`,
    },
    { hint: { es: 'Ciérralo y repite.', en: 'Close it, and try again.' } },
  )

function unmatched(es: string, en: string, line: number): StopError {
  return new StopError(
    EXIT.invalid,
    {
      es: `${es} y ${en} no tienen los mismos bloques en el mismo orden; el primero que difiere está en la línea ${line}.`,
      en: `${es} and ${en} do not have the same blocks in the same order; the first that differs is on line ${line}.`,
    },
    {
      hint: {
        es: 'Añade o quita el bloque a mano con su prosa, y repite. Detalles: pnpm verify --static',
        en: 'Add or remove the block by hand with its prose, and try again. Details: pnpm verify --static',
      },
    },
  )
}
