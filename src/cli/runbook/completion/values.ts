import type { OptionWord, Vocabulary } from './model.ts'

/** Options that take a value, each once, with the words that it may be; what they are is the same wherever one stands. */
export function valuedOptions({
  commands,
  runbooks,
}: Vocabulary): { word: string; values: NonNullable<OptionWord['values']> }[] {
  const all = [...commands.flatMap(({ options }) => options), ...runbooks.flatMap(({ parameters }) => parameters)]
  return [...Map.groupBy(all, ({ word }) => word)].flatMap(([word, options]) => {
    const kinds = options.flatMap(({ values }) => values ?? [])
    if (options.every(({ values }) => values === undefined)) return []
    const named = kinds.find((kind) => kind === 'steps' || kind === 'directories')
    return [{ word, values: named ?? [...new Set(kinds.filter((kind) => kind !== 'any'))] }] as const
  })
}

/** Words with a blank between them. */
export const listed = (words: readonly { word: string }[]): string => words.map(({ word }) => word).join(' ')
