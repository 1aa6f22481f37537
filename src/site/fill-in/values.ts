const KEY = 'runbook-values'

/** Values typed in this tab, by parameter; none where the browser keeps no storage. */
export function readValues(): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>))
  } catch {
    return new Map()
  }
}

/** Keeps values until the tab closes. A browser without storage keeps nothing, and the page still shows them. */
export function writeValues(values: ReadonlyMap<string, string>): void {
  try {
    if (values.size === 0) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(values)))
  } catch {
    // Storage is off: the values live as long as the page.
  }
}

/** Whether this tab has values to show. */
export const hasValues = (): boolean => readValues().size > 0
