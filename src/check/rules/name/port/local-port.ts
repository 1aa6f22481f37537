import { systemOf } from '#check/files/page-file.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { BashWord } from '#document/bash/model.ts'
import { isPlain } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { namePortDiffers } from './differs.ts'
import { namePortUnknown } from './unknown.ts'

/** The port of `HOST:PORT`. */
const OF_HOST = /:(\d{2,5})$/

/** Ports a service of the internet has of itself (IANA, well-known), so that one page alone may name one. */
const WELL_KNOWN = new Set('22 25 53 80 123 143 389 443 465 587 636 853 993 995'.split(' '))

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d{2,5})(?=$|[/?])/

/**
 * A port of a machine that is asked for or connected to, and that neither the rest of the page nor the system's files
 * name; and one asked once for what the page asks another port for.
 */
export const localPort = pageRule([namePortUnknown, namePortDiffers], ({ page, calls }, { worldWords }) => {
  const system = isPlain(page) ? undefined : systemOf(page)
  const world = system === undefined ? undefined : worldWords?.(system)
  if (!world) return []
  const asked = calls.filter((call) => ask(call, 'request')).flatMap(addressesOf)
  return [...asked, ...calls.flatMap(connectionsOf)]
    .filter(({ port }) => countOf(page.source, port) === 1)
    .flatMap((address): Finding[] => {
      const place = placeOfWord(address.call, address.word)
      if (!world.has(address.port)) return [namePortUnknown.at(place, { found: address.port })]
      const usual = usualOf(address, asked)
      if (!usual || countOf(page.source, usual.port) === 1) return []
      const { line } = placeOfWord(usual.call, usual.word).start
      return [namePortDiffers.at(place, { found: address.port, expected: usual.port, line })]
    })
})

/** Where the rest of the page asks for the same path, when that is always the same port. */
function usualOf(address: Address, asked: readonly Address[]): Address | undefined {
  const same = asked.filter((other) => other !== address && other.rest === address.rest)
  const [usual] = same
  if (address.rest.length <= 1 || same.length < (isOwn(address.rest) ? 1 : 2)) return undefined
  return same.every((other) => other.port === usual?.port) ? usual : undefined
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

/** What a call connects to by host and port. */
const connectionsOf = (call: Call): Address[] =>
  (ask(call, 'connects') ?? []).flatMap(({ word, text }) => {
    const port = OF_HOST.exec(text ?? '')?.[1]
    return port === undefined || WELL_KNOWN.has(port) ? [] : [{ call, word: word as BashWord, port, rest: '' }]
  })

/** `/health` and the like are asked of every service; a longer path is one service's own. */
const isOwn = (path: string) => path.split('/').filter(Boolean).length > 1

const countOf = (source: string, port: string) => source.match(new RegExp(`(?<!\\d)${port}(?!\\d)`, 'g'))?.length ?? 0
