import { distance } from 'fastest-levenshtein'

/** The known name nearest to one that is not, if it is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((one) => ({ one, far: distance(name, one) })).sort((a, b) => a.far - b.far)[0]
  return ranked && (ranked.far <= Math.max(2, name.length / 2) || ranked.one.includes(name)) ? ranked.one : undefined
}
