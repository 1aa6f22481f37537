import type { LineWord } from '../match/line.ts'

/** Where words run that are handed on: a host, a container. `name` is undefined where only a run can tell. */
export interface Machine {
  kind: 'host' | 'container'
  name: string | undefined
}

/** What a command hands to another program or shell, and the machine that one runs on if it is another. */
export type Nested = { machine?: Machine } & (
  | {
      /** The words of another command. */
      kind: 'words'
      words: readonly LineWord[]
      /** Text in them that the program puts something else for: the `{}` of `find -exec`. */
      mark?: string
      /** Others follow that only a run can tell: `xargs docker rm`. */
      more?: true
      /** An image may have a program of its own, and then these are its words. */
      maybe?: true
    }
  /** Words that are joined with blanks and read by another shell: `ssh HOST echo "$x"`. */
  | { kind: 'joined'; words: readonly LineWord[] }
  /** A text that another shell reads: `bash -c TEXT`. */
  | { kind: 'text'; word: LineWord }
  /** What the command is fed, read by another shell: `ssh HOST < file`. */
  | { kind: 'input' }
)
