import type { BashWord } from '#document/bash-model.ts'
import { isPlain } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { type Call, placeOfWord } from '../call.ts'
import { systemOf } from '../formats/page-file.ts'
import type { Rule } from '../rule.ts'

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d{2,5})(?=$|[/?])/

/**
 * A port of a machine that is asked for, and that neither the rest of the page nor the system's files
 * name; and one asked once for what the page asks another port for again and again.
 */
export const localPort: Rule = ({ page, calls }, { worldWords }) => {
  const system = isPlain(page) ? undefined : systemOf(page)
  const world = system === undefined ? undefined : worldWords?.(system)
  if (!world) return []
  const asked = calls.filter(({ name }) => name === 'curl' || name === 'wget').flatMap(addressesOf)
  return asked
    .filter(({ port }) => countOf(page.source, port) === 1)
    .flatMap((address): Finding[] => {
      const { call, word, port, rest } = address
      if (!world.has(port)) return [finding('NAME_PORT_UNKNOWN', placeOfWord(call, word), { found: port })]
      const same = rest.length > 1 ? asked.filter((other) => other !== address && other.rest === rest) : []
      const [usual] = same
      if (!usual || same.length < 2 || same.some((other) => other.port !== usual.port)) return []
      const data = { found: port, expected: usual.port, line: placeOfWord(usual.call, usual.word).start.line }
      return [finding('NAME_PORT_DIFFERS', placeOfWord(call, word), data)]
    })
}

interface Address {
  call: Call
  word: BashWord
  port: string
  /** The path asked for. */
  rest: string
}

const addressesOf = (call: Call): Address[] =>
  call.words.flatMap(({ word, text }) => {
    const [whole = '', port] = LOCAL.exec(text ?? '') ?? []
    return port === undefined ? [] : [{ call, word, port, rest: (text ?? '').slice(whole.length) }]
  })

const countOf = (source: string, port: string) => source.match(new RegExp(`(?<!\\d)${port}(?!\\d)`, 'g'))?.length ?? 0
