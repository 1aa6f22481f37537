import { EXIT } from '#finding/error.ts'
import { choiceOf } from '../../terminal/options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { allScripts } from '../list.ts'
import { bashCompletion } from './bash.ts'
import { fishCompletion } from './fish.ts'
import { type Vocabulary, vocabularyOf } from './model.ts'
import { zshCompletion } from './zsh.ts'

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } satisfies Record<
  string,
  (words: Vocabulary) => string
>

const NAMES = Object.keys(SHELLS) as (keyof typeof SHELLS)[]

/** `pnpm runbook completion bash`: a script for a shell that completes our commands, runbooks, procedures, steps and options as they are now. */
export async function completion({ args, out, locale }: Terminal): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith('-'))[1] ?? ''
  const shell = choiceOf(asked, { names: NAMES, what: { es: 'la terminal', en: 'shell' } })
  out.write(SHELLS[shell](vocabularyOf(await allScripts(), locale)))
  return EXIT.passed
}
