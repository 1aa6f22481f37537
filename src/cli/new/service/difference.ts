/** Lines of a text that another has not, `-`, and the other way round, `+`, in their order; each with its line number. */
export function difference(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const common = longestCommon(a, b)
  const lines: string[] = []
  for (let at = 0, to = 0; at < a.length || to < b.length; ) {
    if (at < a.length && to < b.length && a[at] === b[to]) {
      at++
      to++
    } else if (to >= b.length || (at < a.length && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))) {
      lines.push(`-${at + 1}: ${a[at++]}`)
    } else {
      lines.push(`+${to + 1}: ${b[to++]}`)
    }
  }
  return lines
}

/** For each pair of positions, how many lines the rests have in common. */
function longestCommon(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] as number[]
      const next = table[i + 1] as number[]
      row[j] = a[i] === b[j] ? (next[j + 1] as number) + 1 : Math.max(next[j] as number, row[j + 1] as number)
    }
  return table
}
