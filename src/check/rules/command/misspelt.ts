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
  return calls.flatMap((call) => {
    if (call.where.at(-1)?.kind === 'container' || functions.has(call.name)) return []
    const meant = slipOf(call.name, KNOWN_PROGRAMS)
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

function isSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || word.at(-1) !== meant.at(-1)) return false
  const { kind, at } = slipBetween(word, meant) ?? { kind: undefined, at: 0 }
  if (kind === 'extra') return word[at] === word[at - 1]
  if (kind === 'changed') return areBeside(word[at] ?? '', meant[at] ?? '')
  return kind !== undefined
}
