/** The filters of the list of incidents, in the order they stand in the address. */
export const FILTERS = ['service', 'severity', 'theme'] as const
export type Filter = (typeof FILTERS)[number]
export type Chosen = Readonly<Partial<Record<Filter, string>>>

/** What a query string chooses; values nobody offers are left out. */
export function chosenIn(query: string, offered: Readonly<Record<Filter, readonly string[]>>): Chosen {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries(
    FILTERS.flatMap((filter) => {
      const value = parameters.get(filter)
      return value && offered[filter].includes(value) ? [[filter, value]] : []
    }),
  )
}

/** The query string of what is chosen, `?service=web`; empty when nothing is. */
export function queryOf(chosen: Chosen): string {
  const parameters = FILTERS.flatMap((filter) => (chosen[filter] ? [[filter, chosen[filter]]] : []))
  return parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : ''
}

/** Whether an incident, whose values per filter are given, has everything that is chosen. */
export const matches = (has: Readonly<Record<Filter, readonly string[]>>, chosen: Chosen): boolean =>
  FILTERS.every((filter) => !chosen[filter] || has[filter].includes(chosen[filter]))
