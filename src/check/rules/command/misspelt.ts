import { placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { areBeside, slipBetween } from '#schema/spelling.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'

export const commandMisspelt = defineFinding({
  code: 'COMMAND_MISSPELT',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no es un programa conocido, y se parece mucho a «{meant}».',
    hint: 'Escribe «{meant}».',
    why: 'El nombre de un programa con una letra cambiada se descubre al pegarlo. De un programa que nadie conoce no se dice nada.',
  },
  en: {
    message: '`{found}` is no known program, and much like `{meant}`.',
    hint: 'Write `{meant}`.',
    why: 'The name of a program with a slip in it shows when it is pasted. Nothing is said of a program nobody knows.',
  },
  wrong: ['```bash step=list effect=read', 'dokcer ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})

/** The name of a program with one slip of the fingers. */
export const misspeltProgram = pageRule([commandMisspelt], ({ calls, blocks }) => {
  const functions = new Set(blocks.flatMap(({ script }) => script.functions))
  const used = countOf(calls.map(({ name }) => name))
  return calls.flatMap((call) => {
    if (call.where.at(-1)?.kind === 'container' || functions.has(call.name)) return []
    const meant = slipOf(call.name, KNOWN_PROGRAMS) ?? slipOfUsed(call.name, used)
    return meant === undefined ? [] : [commandMisspelt.at(placeOfCall(call), { found: call.name, meant })]
  })
})

/**
 * The one program whose name came out wrong by a slip of the fingers inside it: two letters swapped, one left out,
 * one doubled or the one beside on the keyboard. The first and last letters stay: `vmstat`, `zgrep` and `mysqld` are
 * programs of their own. Three letters say too little.
 */
function slipOf(word: string, candidates: ReadonlySet<string>): string | undefined {
  if (candidates.has(word) || !/^[a-z]{4,}$/.test(word)) return undefined
  const meant = [...candidates].filter((candidate) => candidate.length > 3 && isSlip(word, candidate))
  return meant.length === 1 ? meant[0] : undefined
}

/**
 * The program meant by a name that stands once on a page, where one slip makes it of another that the page uses. Short
 * names count too here, and programs nobody knows. No first or last letter is left out or added: `dockerd` is no slip.
 */
function slipOfUsed(word: string, used: ReadonlyMap<string, number>): string | undefined {
  if (KNOWN_PROGRAMS.has(word) || used.get(word) !== 1 || !/^[a-z][a-z-]+$/.test(word)) return undefined
  const near = [...used].filter(([name, times]) => (KNOWN_PROGRAMS.has(name) || times > 1) && isUsedSlip(word, name))
  return near.length === 1 ? near[0]?.[0] : undefined
}

function isUsedSlip(word: string, meant: string): boolean {
  const { kind, at } = slipBetween(word, meant) ?? { kind: undefined, at: 0 }
  if (kind === 'changed') return areBeside(word[at] ?? '', meant[at] ?? '')
  const isInside = at > 0 && at < Math.min(word.length, meant.length)
  return kind === 'swapped' || (kind !== undefined && isInside && meant.length > 3)
}

function countOf(names: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1)
  return count
}

function isSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || word.at(-1) !== meant.at(-1)) return false
  const { kind, at } = slipBetween(word, meant) ?? { kind: undefined, at: 0 }
  if (kind === 'extra') return word[at] === word[at - 1]
  if (kind === 'changed') return areBeside(word[at] ?? '', meant[at] ?? '')
  return kind !== undefined
}
