/**
 * The one candidate a single slip of the hand away from a word: a letter too many, missing or changed,
 * or two neighbours swapped. Undefined when there is none, or more than one.
 */
export function onlyNeighbour(word: string, candidates: Iterable<string>): string | undefined {
  const near = [...new Set(candidates)].filter((candidate) => isNeighbour(word, candidate))
  return near.length === 1 ? near[0] : undefined
}

function isNeighbour(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (a[from] === b[from] && from < a.length && from < b.length) from += 1
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
