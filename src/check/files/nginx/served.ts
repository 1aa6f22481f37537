import { publishedPorts, servicesOf } from '#formats/compose/model.ts'
import { plainValue, record } from '#formats/yaml/value.ts'
import { ask } from '../../page/call.ts'
import type { Around } from '../../rule.ts'
import { yamlOf } from '../yaml/yaml.ts'

/** Ports of the reader's machine that the page's commands and files serve; empty when none is known, or not all. */
export function portsServed({ facts, files }: Around): ReadonlySet<string> {
  const served = facts.calls.flatMap((call) => ask(call, 'ports') ?? [])
  const opened = served.filter(({ by }) => by === 'container' || by === 'server').map(({ outside }) => outside)
  const composed = files
    .filter(({ format }) => format === 'compose')
    .flatMap((file) => yamlOf(file).documents.slice(0, 1))
    .flatMap((document) => servicesOf(record(plainValue(document))))
    .flatMap(([, service]) => publishedPorts(service).map(({ port }) => port.split(':').at(-1)))
  const units = files.filter(({ format }) => format === 'systemd').flatMap(({ text }) => portOf(text.split(/[\s\\]+/)))
  const all = [...opened, ...composed, ...units]
  return new Set(all.every((port) => port !== undefined && /^\d+$/.test(port)) ? (all as string[]) : [])
}

function portOf(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const value = word === '--port' ? words[index + 1] : /^--port=(.+)$/.exec(word)?.[1]
    return value === undefined ? [] : [value]
  })
}
