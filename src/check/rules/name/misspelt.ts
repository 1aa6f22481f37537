import { systemOf } from '#check/files/page-file.ts'
import { pageRule } from '#check/rule.ts'
import { type Block, isPlain, type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { slipBetween } from '#schema/spelling.ts'

export const nameMisspelt = defineFinding({
  code: 'NAME_MISSPELT',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '«{found}» aparece una sola vez, y casi es «{suggestion}»[?, que está en la línea {line}].',
    hint: 'Escribe «{suggestion}». Si es otra cosa, dilo: allow="NAME_MISSPELT motivo".',
    why: 'Un nombre con dos letras cambiadas es otro nombre: el comando busca algo que no existe, o crea una cosa más.',
  },
  en: {
    message: '`{found}` stands here only, and is nearly `{suggestion}`[?, which is on line {line}].',
    hint: 'Write `{suggestion}`. If it is something else, say so: allow="NAME_MISSPELT reason".',
    why: 'A name with two letters swapped is another name: the command looks for what is not there, or creates one thing more.',
  },
  wrong: [
    '```bash step=start effect=create',
    'docker run --detach --name=storefront-api nginx:1.29.3',
    '```',
    '',
    '```bash step=see effect=read',
    'docker ps --filter=name=storefront-api',
    'docker inspect storefornt-api',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=storefront-api nginx:1.29.3',
    '```',
    '',
    '```bash step=see effect=read',
    'docker ps --filter=name=storefront-api',
    'docker inspect storefront-api',
    '```',
  ],
})

interface Word {
  text: string
  block: Block
  at: number
}

/**
 * A word that stands once on the page and is one slip of the fingers away from
 * one the page uses again and again, or the system's files use: letters
 * swapped, left out, doubled or hit beside. Words of commands, files and
 * expected outputs; plurals and other endings are words of their own.
 */
export const misspelt = pageRule([nameMisspelt], ({ page }, { worldWords }) => {
  if (isPlain(page)) return []
  const words = page.blocks.flatMap(wordsOf)
  const counts = countsOf(words)
  const usual = usualWords(counts)
  const system = systemOf(page)
  const world = system === undefined ? undefined : worldWords?.(system)
  return words
    .filter(({ text }) => counts.get(text) === 1 && !KNOWN.includes(text) && !world?.has(text))
    .flatMap((word): Finding[] => {
      const meant = near(word.text, usual) ?? (world && near(word.text, byLength(world)))
      if (meant === undefined || isElsewhere(page.source, word.text)) return []
      const place = placeIn(page, word.block, word.at, word.at + word.text.length)
      return [nameMisspelt.at(place, { found: word.text, suggestion: meant, line: lineOf(page, meant, words) })]
    })
})

const lengths = new WeakMap<ReadonlySet<string>, ReadonlyMap<number, ReadonlySet<string>>>()

/** Words by their length, once for each set. */
function byLength(words: ReadonlySet<string>): ReadonlyMap<number, ReadonlySet<string>> {
  const known = lengths.get(words)
  if (known) return known
  const grouped = Map.groupBy(words, ({ length }) => length)
  const sets = new Map([...grouped].map(([length, same]) => [length, new Set(same)]))
  lengths.set(words, sets)
  return sets
}

const WORD = /[A-Za-z]{3,}/g

function countsOf(words: readonly Word[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Whether a page has a word more than once, its prose included. */
const isElsewhere = (source: string, word: string): boolean =>
  [...source.matchAll(WORD)].filter(([other]) => other === word).length > 1

/** The words of a block. Comments are prose. */
function wordsOf(block: Block): Word[] {
  if (block.kind === 'plain') return []
  const comments = block.kind === 'step' || block.kind === 'checked' ? block.script.comments : []
  return [...block.text.matchAll(WORD)]
    .filter(({ index }) => !comments.some(({ start, end }) => index >= start && index < end))
    .map((match) => ({ text: match[0], block, at: match.index }))
}

/** Words in several places of the blocks, and those every page may use, by their length. */
function usualWords(counts: ReadonlyMap<string, number>): Map<number, Set<string>> {
  const several = [...counts].flatMap(([text, count]) => (count > 1 ? [text] : []))
  const usual = new Map<number, Set<string>>()
  for (const text of [...KNOWN, ...several]) {
    const same = usual.get(text.length) ?? new Set()
    usual.set(text.length, same.add(text))
  }
  return usual
}

const KNOWN = [
  'http',
  'https',
  'localhost',
  'null',
  'Authorization',
  'Bearer',
  'Content',
  'application',
  'json',
  'health',
  'development',
  'install',
  'pycache',
  'dev',
  'bin',
  'srv',
  'usr',
  'yes',
]

/** The usual word a slip away. Of short words only a swap or a doubled letter is told apart from another word. */
function near(word: string, usual: ReadonlyMap<number, ReadonlySet<string>>): string | undefined {
  for (const length of [word.length, word.length - 1, word.length + 1])
    for (const candidate of usual.get(length) ?? [])
      if (candidate[0] === word[0] && isLong(word, candidate) && isSlip(word, candidate)) return candidate
  return undefined
}

/** Whether two words are long enough to be taken for one another. Three letters may be a word of their own in another order. */
function isLong(word: string, candidate: string): boolean {
  if (word.length === candidate.length) return word.length > 3 || (/^[a-z]+$/.test(word) && !WORDS_TOO.has(word))
  if (Math.max(word.length, candidate.length) >= 6) return true
  return word.length > candidate.length && candidate.length > 3 && /(.)\1/.test(word) && !/(.)\1/.test(candidate)
}

/** Of three letters, and words with the last two swapped as well. */
const WORDS_TOO = new Set(['dns', 'dsn', 'tow', 'two', 'eat', 'eta', 'src', 'scr', 'lts', 'lst', 'css'])

/** Two letters swapped, or inside the word one left out, one too many or, in a long word, another one. */
function isSlip(word: string, meant: string): boolean {
  const slip = slipBetween(word, meant)
  if (!slip || slip.kind === 'swapped') return slip !== undefined
  const isLast = slip.at === Math.max(word.length, meant.length) - 1
  return !isLast && (slip.kind !== 'changed' || word.length > 6)
}

function lineOf(page: Page, meant: string, words: readonly Word[]): number | undefined {
  const first = words.find(({ text }) => text === meant)
  return first && placeIn(page, first.block, first.at).start.line
}
