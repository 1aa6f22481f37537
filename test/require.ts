/**
 * Whether tests that need something of the machine (a browser, Docker) can run.
 * Where it is missing they are skipped, and say so; with `CI=true` missing it
 * is a failure, so that a machine meant to run them cannot quietly stop.
 */
export function requireOrSkip(name: string, available: boolean): boolean {
  if (available) return true
  const message = `${name} is not available on this machine`
  if (process.env.CI === 'true') throw new Error(`${message}, and CI=true requires it`)
  process.stderr.write(`\nSKIPPED: ${message}; the tests that need it do not run.\n\n`)
  return false
}
