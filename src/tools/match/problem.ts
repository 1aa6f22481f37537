import type { ValueKind } from './model.ts'

/**
 * What a tool would refuse in a command line. `index` is the position of the
 * word at fault in the words after the tool's name; for what is missing, that
 * of the word it belongs to (-1 when there is none). `certain` is a suggestion
 * nobody would doubt: long enough, and alone one slip of the hand away.
 */
export type Problem =
  | {
      kind: 'unknown-command'
      index: number
      word: string
      path: readonly string[]
      suggestion: string | undefined
      certain?: string
    }
  /** The tool has this command; the grammar does not describe it. Not a mistake of the page. */
  | { kind: 'omitted-command'; index: number; word: string; path: readonly string[] }
  | { kind: 'missing-command'; index: number; path: readonly string[] }
  | { kind: 'unknown-flag'; index: number; flag: string; suggestion: string | undefined; certain?: string }
  | { kind: 'missing-value'; index: number; flag: string }
  | { kind: 'unexpected-value'; index: number; flag: string; value: string }
  /** At least one of `flags` must be given. */
  | { kind: 'missing-flag'; index: number; flags: readonly string[] }
  | { kind: 'missing-positional'; index: number; name: string }
  | { kind: 'unexpected-argument'; index: number; value: string }
  | { kind: 'bad-choice'; index: number; flag: string; value: string; choices: readonly string[] }
  | { kind: 'bad-value'; index: number; flag: string; value: string; expected: ValueKind }
  /** `flag` cannot be given together with one before it. */
  | { kind: 'exclusive'; index: number; flag: string; alternatives: readonly string[] }
  /** The tool accepts it and keeps the last one. */
  | { kind: 'duplicate'; index: number; flag: string }
  /** A rule the tool applies after parsing. `rule` names it; `message` is the tool's own wording. */
  | { kind: 'rule'; index: number; rule: string; message: string; exitCode: number }
