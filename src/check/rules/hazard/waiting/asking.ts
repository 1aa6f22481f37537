import { ask, type Call } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { isPlain } from '#document/model.ts'
import type { Localized } from '#schema/locale.ts'
import type { Asks } from '#tools/facts/terminal.ts'

/** What a call asks on this page, if it asks; nothing where the page keeps it from asking. */
export function askedBy(call: Call, page: PageWide): Asks | undefined {
  if (page.silenced(call)) return undefined
  const asks = ask(call, 'asks')
  // A plain document may leave it to its reader to confirm.
  if (asks && !(asks.before === 'deletion' && isPlain(call.page))) return asks
  const placed = ask(call, 'placed')
  const unplaced = placed && ask(call, 'asksRegion') && !page.settings.has(placed.property) && !isPlain(call.page)
  return unplaced ? { instead: { add: placed.flag } } : undefined
}

/** What a page sets for all of its calls. */
export interface PageWide {
  settings: ReadonlySet<string | undefined>
  /** Whether a program is kept from asking at all, by a variable or a setting of its own. */
  silenced: (call: Call) => boolean
}

export function pageWide({ calls, blocks }: PageFacts): PageWide {
  const settings = new Set(calls.map((call) => ask(call, 'setting')?.name))
  const written = new Set(blocks.flatMap(({ script }) => script.writes.map(({ name }) => name)))
  const silenced = ({ traits: { silencedBy } }: Call) =>
    silencedBy !== undefined &&
    (written.has(silencedBy.variable) || [...settings].some((name) => silencedBy.setting.test(name ?? '')))
  return { settings, silenced }
}

/** What to do so that a command does not ask. */
export function answerTo({ instead }: Asks): Localized {
  if (instead === 'person')
    return {
      es: 'Si solo puede hacerlo una persona, marca el bloque con manual="motivo".',
      en: 'If only a person can do it, mark the block manual="reason".',
    }
  if ('remove' in instead)
    return {
      es: `Quita ${instead.remove}: un paso no tiene terminal.`,
      en: `Remove ${instead.remove}: a step has no terminal.`,
    }
  if ('use' in instead)
    return { es: `Usa ${instead.use}, o manual="motivo".`, en: `Use ${instead.use}, or manual="reason".` }
  const { add, effect, answers } = instead
  if (answers) return { es: `Añade ${add} y lo que preguntaría.`, en: `Add ${add} and what it would ask for.` }
  return effect === undefined
    ? { es: `Añade ${add}.`, en: `Add ${add}.` }
    : { es: `Añade ${add} y effect=${effect}.`, en: `Add ${add} and effect=${effect}.` }
}
