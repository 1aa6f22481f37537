/** A word of a command line, as far as it is known without running anything. */
export interface GrammarWord {
  /** What the command receives, or undefined where only a run can tell (`"$REGION"`). */
  value: string | undefined
  /** Literal text the word starts with when its whole value is unknown: `--region=` of `--region="$REGION"`. */
  prefix?: string
  /** May become no word or several when it runs (`$FLAGS` without quotes, `"${args[@]}"`). */
  open?: true
  /** Open, and meant as one word: `$HOST`, not `$FLAGS` or `"$@"`. */
  single?: true
}

/** The words of a command line known in full, as an emulator gets them. */
export const knownWords = (args: readonly string[]): GrammarWord[] => args.map((value) => ({ value }))

/** The literal start of a word: all of it when it is known. */
export const literalStart = (word: GrammarWord): string => word.value ?? word.prefix ?? ''
