import type { Way } from './reader.ts'

const HEX = '0123456789abcdefABCDEF'
const ESCAPE = '\u001b'
const notNewline = (character: string) => character !== '\n'

/** Colours and other orders to the terminal (ECMA-48): a mark of `grep --color` within a secret. */
const TERMINAL: readonly Way[] = [
  [ESCAPE, '[', { many: '0123456789:;<=>?' }, { many: ' !"#$%&\'()*+,-./' }, (last) => last >= '@' && last <= '~'],
  [ESCAPE, ']', { many: (one) => one !== '\u0007' && one !== ESCAPE }, `\u0007${ESCAPE}`],
  [ESCAPE, '(', () => true],
]

/** A new line, and what stands before the rest of a wrapped one. */
const NEW_LINE: readonly Way[] = [
  ['\r\n', { many: ' \t>#|│+*-' }],
  ['\\', '\r\n'],
  ['=', '\r\n'],
]

/** The same, and line ends that are escaped. */
const WRAPPED: readonly Way[] = [...NEW_LINE, ['\\', 'nr'], ['%', '0', 'aAdD']]

/** What may stand within an escape. */
export const IN_ESCAPE: readonly Way[] = [...NEW_LINE, ...TERMINAL]

/** Quotes that end and begin again, and backslashes, however many. */
const QUOTES: readonly Way[] = [['\'"\\'], ['$', "'"]]

/** What stands before and after the columns of `xxd`, `od` and `hexdump -C`. */
const DUMPED: readonly Way[] = [
  ['\n', HEX, HEX, HEX, HEX, { many: HEX }, { many: ':' }, ' '],
  [' ', ' ', { many: notNewline }, '\n', HEX, HEX, HEX, HEX, { many: HEX }, { many: ':' }, ' '],
]

/** The same, between characters that are shown. */
const DUMPED_BESIDE: readonly Way[] = [[{ many: '|' }, '\n', { many: `${HEX}: ` }, { many: '|' }]]

/** What may stand between two characters of an encoded text. */
export const IN_ENCODED: readonly Way[] = [...QUOTES, ...WRAPPED, ...TERMINAL]

/** What may stand between two characters of a text. */
export const IN_TEXT: readonly Way[] = [...IN_ENCODED, ...DUMPED_BESIDE]

/** What may stand between two characters of one that is too short to be told when it is wrapped: quotes. */
export const IN_SHORT_TEXT: readonly Way[] = QUOTES

/** What may stand between characters that are spaced out: `od -c`. */
export const SPACED: readonly Way[] = [[' \t'], ...TERMINAL, ...WRAPPED, ...DUMPED]

/** What may stand between two bytes given as numbers. */
export const IN_NUMBERS: readonly Way[] = [[' \t:,;-_[]<>'], ['0', 'xX'], ['\\', 'x'], ['%='], ...IN_ENCODED, ...DUMPED]
