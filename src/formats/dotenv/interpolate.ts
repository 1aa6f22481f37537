export type Lookup = (name: string) => string | undefined

/** A variable Compose requires and nobody set. */
export class RequiredVariable extends Error {}

const VARIABLE = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])((?:[^{}]|\{[^{}]*\})*))?\})/g

/** Compose's interpolation of one string. `unset` is told each variable that is missing and becomes empty. */
export function interpolate(text: string, lookup: Lookup, unset: (name: string) => void): string {
  return text.replace(VARIABLE, (whole, plain?: string, braced?: string, operator?: string, word = '') => {
    if (whole === '$$') return '$'
    const name = plain ?? braced ?? ''
    const value = lookup(name)
    const isGiven = value !== undefined && (value !== '' || !operator?.startsWith(':'))
    const sign = operator?.at(-1)
    if (sign === '+') return isGiven ? interpolate(word, lookup, unset) : ''
    if (isGiven) return value
    if (sign === '-') return interpolate(word, lookup, unset)
    if (sign === '?') throw new RequiredVariable(`required variable ${name} is missing a value: ${word}`)
    if (value === undefined) unset(name)
    return ''
  })
}

/** Whether every `${` is that of a whole variable, or escaped. Compose leaves any other `$` as it is. */
export function isInterpolable(text: string): boolean {
  const rest = text.replaceAll(/\$\$|\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*(:?[-+?][^{}]*)?\}/g, '')
  // A default may hold another variable: the inner one is gone now.
  return rest === text ? !rest.includes('${') : isInterpolable(rest)
}
