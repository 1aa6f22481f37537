/** The strings of an instruction's exec form, `["a", "b"]`; undefined for a text Docker gives to a shell. */
export function execForm(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replaceAll(/\\\r?\n/g, ''))
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
  } catch {
    return undefined
  }
}
