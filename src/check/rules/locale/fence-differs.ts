import type { Block } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Pair } from './pair.ts'

export const localeFenceDiffers = defineFinding({
  code: 'LOCALE_FENCE_DIFFERS',
  severity: 'error',
  es: {
    message: 'La clave «{key}» es aquí {found} y en {other}, {expected}.',
    hint: 'Iguálala: pnpm sync',
    why: 'Los metadatos dicen qué se ejecuta y cómo: no se traducen.',
    fixed: 'como pnpm sync: copia la línea del bloque español, y deja la prosa',
  },
  en: {
    message: 'The key `{key}` is {found} here and {expected} in {other}.',
    hint: 'Make it the same: pnpm sync',
    why: 'The metadata say what runs and how: they are not translated.',
    fixed: 'as pnpm sync does: copies the line of the Spanish block, and leaves prose alone',
  },
  of: 'twins',
  wrong: [
    '```bash step=greet effect=read timeout=1m',
    'echo hola',
    '```',
    '=====',
    '```bash step=greet effect=read timeout=2m',
    'echo hola',
    '```',
  ],
  right: [
    '```bash step=greet effect=read timeout=1m',
    'echo hola',
    '```',
    '=====',
    '```bash step=greet effect=read timeout=1m',
    'echo hola',
    '```',
  ],
})

/** Keys whose values are prose. */
const PROSE = new Set(['manual', 'allow'])

export function keyFindings({ en, es, here, there }: Pair): Finding[] {
  const [found, expected] = [keysOf(here), keysOf(there)]
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])]
    .filter((key) => found[key] !== expected[key])
    .map((key) => {
      const place = (here.kind === 'step' ? here.keys.get(key) : undefined) ?? { ...here.place, file: en.file }
      return localeFenceDiffers.at(place, {
        key,
        found: found[key] ?? '-',
        expected: expected[key] ?? '-',
        other: es.file,
      })
    })
}

function keysOf(block: Block): Record<string, string> {
  if (block.kind === 'expect') return { expect: block.expectation.mode, path: block.expectation.path ?? '-' }
  if (block.kind !== 'step') return {}
  const entries = Object.entries(block.fence).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, PROSE.has(key) ? '…' : String(value)]))
}
