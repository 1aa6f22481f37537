/** Words that hold sentences together and that programs hardly take as arguments. */
const JOINING = new Set(
  `the an of is are was were be been this that these those which you your will should would must there their its
  el la los las un una del al que se es son está están su sus este esta estos estas debe deben puede pueden hay
  cuando donde porque también aquí según desde hasta sólo solo lo le les`.split(/\s+/),
)

/** Words that join too, and that some programs take. */
const ALSO = new Set(
  `a to and or in on for from with by if it not as at all no after before when then we our has have can
  de y o en para por con si más ya pero sin sobre como tu`.split(/\s+/),
)

/** What only a command has: an option, a pipe, a redirection, a variable, an assignment, a line that goes on. */
const COMMAND_MARK = /(?:^|\s)--?[A-Za-z]|[|<>$`{}\\=]|&&|(?:^|\s)&\s*$|(?:^|\s)[~.]{0,2}\/[\w.-]/

/** A word of a language, with what may stand around it. */
const WORD = /^[("'«“¿¡*]*[\p{L}][\p{L}’'-]*[)"'»”*]*[,.;:!?…]*$/u

/**
 * Whether a line reads as a sentence, by the shape of its words alone: Spanish or
 * English, with the words that hold one together and without what only commands have.
 */
export function isSentence(text: string): boolean {
  const line = withoutQuotes(text)
  const words = line.trim().split(/\s+/)
  if (words.length < 2) return false
  const joining = countIn(words, JOINING)
  const plain = words.filter((word) => WORD.test(word)).length / words.length
  const closed = /[.:!?…][)"'»”*]*$/.test(line.trim())
  if (COMMAND_MARK.test(line))
    return isLong(words) && joining + countIn(words, ALSO) >= words.length / 4 && joining >= 2
  if (isCapitalised(words)) return plain === 1 || (plain >= 0.5 && (joining + countIn(words, ALSO) > 0 || closed))
  if (plain < 0.6) return false
  return joining >= 2 || (joining === 1 && (closed || words.length > 5)) || (closed && words.length > 3 && plain === 1)
}

/** Whether a line that starts with the name of a program is a sentence all the same. */
export function isSurelySentence(line: string): boolean {
  const words = line.trim().split(/\s+/)
  return words.length > 4 && !COMMAND_MARK.test(line) && !/["']/.test(line) && countIn(words, JOINING) >= 2
}

/** What is quoted is data of a command, or a word of a sentence; either way it tells nothing. */
const withoutQuotes = (line: string) => line.replace(/(?<=\s)(?:"[^"]*"|'[^']*')(?=[\s,.;:)]|$)/g, '""')

const isLong = (words: readonly string[]) => words.length > 6

const isCapitalised = ([first = '']: readonly string[]) =>
  /^["'«“¿¡*(]*\p{Lu}\p{Ll}+[,:]?$/u.test(first) || /^[YAO]$/.test(first)

const countIn = (words: readonly string[], set: ReadonlySet<string>): number =>
  words.filter((word) => set.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))).length
