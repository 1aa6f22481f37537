import { type Directive, parseNginx } from '#formats/nginx/parse.ts'
import { NotModelled } from '../model.ts'
import type { Location, Site } from './model.ts'

/** The sites of a configuration file, or what nginx says about it. Directives beyond a plain reverse proxy throw NotModelled. */
export function readSites(text: string): readonly Site[] | string {
  const { directives, problem } = parseNginx(text)
  if (problem) return REASONS[problem.reason]
  return directives.map(readSite)
}

const REASONS = {
  'unclosed-brace': 'unexpected end of file, expecting "}"',
  'extra-brace': 'unexpected "}"',
  'missing-semicolon': 'unexpected end of file, expecting ";" or "}"',
  'unclosed-quote': 'unexpected end of file, expecting ";" or "}"',
  'after-quote': 'unexpected character after a quoted word',
} as const

function readSite({ name, block = [] }: Directive): Site {
  if (name.text !== 'server') throw new NotModelled(`nginx: ${name.text} outside a server`)
  const listens = block.filter((one) => one.name.text === 'listen')
  const [listen, ...more] = listens
  const [port = '', ...options] = words(listen)
  if (!listen || more.length > 0 || !/^\d+$/.test(port) || options.some((one) => one !== 'default_server'))
    throw new NotModelled(`nginx: a server that listens otherwise than on one port: listen ${words(listen).join(' ')}`)
  return {
    port: Number(port),
    names: block.filter((one) => one.name.text === 'server_name').flatMap(words),
    isDefault: options.includes('default_server'),
    locations: block.filter((one) => !['listen', 'server_name'].includes(one.name.text)).map(readLocation),
  }
}

const words = (directive: Directive | undefined): string[] => (directive?.args ?? []).map(({ text }) => text)

const BESIDE = /^proxy_(set_header|http_version)$/

function readLocation(directive: Directive): Location {
  const [first = '', second] = words(directive)
  const block = directive.block ?? []
  const inside = block.filter(({ name }) => !BESIDE.test(name.text))
  const [pass, ...more] = inside
  const [address = ''] = words(pass)
  const isExact = first === '='
  const path = isExact ? (second ?? '') : first
  const isPlain = directive.name.text === 'location' && path.startsWith('/') && (isExact || second === undefined)
  if (!isPlain || pass?.name.text !== 'proxy_pass' || more.length > 0 || !/^http:\/\/[\w.-]+(:\d+)?$/.test(address))
    throw new NotModelled(`nginx: ${[directive.name.text, ...words(directive)].join(' ')}, beyond a plain proxy_pass`)
  const set = block.filter(({ name }) => name.text === 'proxy_set_header').map(words)
  const headers = Object.fromEntries(set.map(([name = '', value = '']) => [name.toLowerCase(), value]))
  return { path, isExact, target: new URL(address), headers }
}
