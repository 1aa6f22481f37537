/** Requests of each key of a zone, as a bucket that leaks at its rate. */
export interface LimitZone {
  key: string
  /** Requests a second. */
  rate: number
  /** By key: requests beyond the rate, and when that was. */
  buckets: Map<string, { excess: number; at: number }>
}

/**
 * Counts a request, as ngx_http_limit_req_module does: more than `burst` requests beyond the rate are refused.
 * Gives how many milliseconds the request waits, or undefined where it is refused.
 */
export function countRequest(
  zone: LimitZone,
  { key, burst, isDelayed, now }: { key: string; burst: number; isDelayed: boolean; now: number },
): number | undefined {
  const bucket = zone.buckets.get(key)
  const leaked = bucket ? ((now - bucket.at) / 1000) * zone.rate : 0
  const excess = bucket ? Math.max(0, bucket.excess - leaked + 1) : 0
  if (excess > burst) return undefined
  zone.buckets.set(key, { excess, at: now })
  return isDelayed ? (excess / zone.rate) * 1000 : 0
}
