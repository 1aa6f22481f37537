import { isPlain } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { placeOfWord } from '../call.ts'
import { systemOf } from '../formats/page-file.ts'
import type { Rule } from '../rule.ts'

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d{2,5})(?=$|[/?])/

/** A port of a machine that is asked for, and that neither the rest of the page nor the system's files name. */
export const localPort: Rule = ({ page, calls }, { worldWords }) => {
  const system = isPlain(page) ? undefined : systemOf(page)
  const world = system === undefined ? undefined : worldWords?.(system)
  if (!world) return []
  return calls
    .filter(({ name }) => name === 'curl' || name === 'wget')
    .flatMap((call) =>
      call.words.flatMap(({ word, text }): Finding[] => {
        const port = LOCAL.exec(text ?? '')?.[1]
        if (port === undefined || world.has(port) || countOf(page.source, port) > 1) return []
        return [finding('NAME_PORT_UNKNOWN', placeOfWord(call, word), { found: port })]
      }),
    )
}

const countOf = (source: string, port: string) => source.match(new RegExp(`(?<!\\d)${port}(?!\\d)`, 'g'))?.length ?? 0
