const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * The one candidate a word is a slip of the fingers away from: inside it two letters swapped, one left out,
 * one doubled or the one beside on the keyboard. The first and last letters stay: `vmstat`, `zgrep` and
 * `mysqld` are programs of their own. Three letters say too little.
 */
export function slipOf(word: string, candidates: ReadonlySet<string>): string | undefined {
  if (candidates.has(word) || !/^[a-z]{4,}$/.test(word)) return undefined
  const meant = [...candidates].filter((candidate) => candidate.length > 3 && isSlip(word, candidate))
  return meant.length === 1 ? meant[0] : undefined
}

function isSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1 || word[0] !== meant[0] || word.at(-1) !== meant.at(-1)) return false
  let at = 0
  while (word[at] === meant[at]) at += 1
  const ends = (wordFrom: number, meantFrom: number) => word.slice(at + wordFrom) === meant.slice(at + meantFrom)
  if (word.length < meant.length) return ends(0, 1)
  if (word.length > meant.length) return ends(1, 0) && word[at] === word[at - 1]
  const swapped = word[at] === meant[at + 1] && word[at + 1] === meant[at] && ends(2, 2)
  return swapped || (ends(1, 1) && areBeside(word[at] ?? '', meant[at] ?? ''))
}

const areBeside = (a: string, b: string): boolean =>
  ROWS.some((keys) => keys.includes(a) && keys.includes(b) && Math.abs(keys.indexOf(a) - keys.indexOf(b)) === 1)
