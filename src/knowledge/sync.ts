import { fenceUnclosed } from '#document/findings/fence/unclosed.ts'
import { syncPage } from '#document/sync.ts'
import { EXIT, StopError } from '#finding/error.ts'
import { pairRunbooks, readPages } from './pages.ts'

/** An English page as its Spanish one says it should be. */
export interface SyncedPage {
  file: string
  text: string
}

/** The English pages whose blocks are not those of the Spanish ones. Stops where the two do not match, or a block is not closed. */
export async function pagesBehind(): Promise<SyncedPage[]> {
  const { pages, findings } = await readPages()
  const open = findings.find(({ code }) => code === fenceUnclosed.code)
  if (open) throw unclosed(open.place.file, open.place.start.line)
  return [...pairRunbooks(pages).values()].flatMap(({ es, en }) => {
    if (!en) return []
    const synced = syncPage(es, en)
    if ('unmatched' in synced) throw unmatched(es.file, en.file, synced.unmatched.place.start.line)
    return synced.source === en.source ? [] : [{ file: en.file, text: synced.source }]
  })
}

/** The prose that follows would pass for the text of the block, and be copied over its translation. */
const unclosed = (file: string, line: number) =>
  new StopError(
    EXIT.invalid,
    {
      es: `${file}:${line}: el bloque no se cierra, y no se sabe dónde acaba.`,
      en: `${file}:${line}: the block is not closed, and where it ends cannot be known.`,
    },
    { hint: { es: 'Ciérralo y repite.', en: 'Close it, and try again.' } },
  )

const unmatched = (es: string, en: string, line: number) =>
  new StopError(
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
