import { textOfHeredoc, textOfWord } from '#document/bash-handed.ts'
import type { BashHeredoc, BashWord, ShellText } from '#document/bash-model.ts'
import { type Holes, joined } from '#document/shell-text.ts'
import { type Call, flagValue, hasFlag, isCommand, type Machine } from './call.ts'
import { KNOWN_COMMANDS } from './known-commands.ts'

/** Text fed to a program: a here-document, or the word of `<<<`. */
export type Input = BashHeredoc | BashWord

/** What a call hands to another program or shell, and the machine that one runs on if it is another. */
export type Carried = { machine?: Machine } & (
  | {
      kind: 'words'
      words: readonly BashWord[]
      /** Others follow that only a run can tell: `xargs docker rm`. */
      more: boolean
    }
  | { kind: 'script'; text: ShellText }
)

/** The commands a call hands over. `input` is what is fed to it. Nothing where they cannot be followed. */
export function carriedBy(call: Call, input: Input | undefined, holes: Holes): Carried[] {
  if (call.match?.informative) return []
  if (SHELLS.has(call.name)) return shell(call, input, holes)
  return CARRIERS[call.name]?.(call, input, holes) ?? []
}

const SHELLS = new Set(['bash', 'sh', 'dash', 'ash', 'zsh'])

/** Programs through which input reaches the command they hand over. */
export const handsInput = (call: Call): boolean =>
  call.name === 'ssh'
    ? !hasFlag(call, '-n')
    : SHELLS.has(call.name) || (call.name === 'docker' && (hasFlag(call, '--interactive') || isComposeExec(call)))

const isComposeExec = (call: Call) => isCommand(call, 'docker', 'compose exec', 'compose run')

type Carrier = (call: Call, input: Input | undefined, holes: Holes) => Carried[]

/** `bash -c TEXT`, and text fed to a shell that has no file to read. */
const shell: Carrier = (call, input, holes) => {
  const [first] = call.match?.positionals ?? []
  const file = first && call.words[first.index]?.word
  if (hasFlag(call, '-c')) return file ? scriptOf(textOfWord(file, holes)) : []
  return (!file || hasFlag(call, '-s')) && input ? scriptOf(textOfInput(input, holes)) : []
}

const textOfInput = (input: Input, holes: Holes) =>
  'pieces' in input ? textOfWord(input, holes) : textOfHeredoc(input, holes)

const scriptOf = (text: ShellText | undefined, machine?: Machine): Carried[] =>
  text ? [{ kind: 'script', text, ...(machine && { machine }) }] : []

/** The words that belong to another program. */
const restOf = ({ match, words }: Call): BashWord[] =>
  match?.rest === undefined ? [] : words.slice(match.rest).map(({ word }) => word)

/** Words joined with blanks, for another shell to read. */
function scriptOfWords(words: readonly BashWord[], holes: Holes, machine?: Machine): Carried[] {
  const texts = words.map((word) => textOfWord(word, holes))
  const whole = texts.filter((text) => text !== undefined)
  return whole.length === texts.length && whole.length > 0 ? scriptOf(joined(whole), machine) : []
}

const wordsOf = (words: readonly BashWord[], more = false): Carried[] =>
  words.length > 0 ? [{ kind: 'words', words, more }] : []

const ssh: Carrier = (call, input, holes) => {
  const machine = machineOf(call, 'host')
  const words = restOf(call)
  if (words.length > 0) return scriptOfWords(words, holes, machine)
  const quiet = hasFlag(call, '-N', '-n', '-W', '-O')
  return input && !quiet ? scriptOf(textOfInput(input, holes), machine) : []
}

/** The machine a call names first. */
function machineOf({ match, words }: Call, kind: Machine['kind']): Machine {
  const index = match?.positionals[0]?.index
  return { kind, name: index === undefined ? undefined : words[index]?.text }
}

/** What `xargs` adds goes to the end, or where its mark stands. */
const xargs: Carrier = (call) => {
  const mark = hasFlag(call, '-I', '--replace') ? (flagValue(call, '-I')?.text ?? '{}') : undefined
  return wordsOf(marked(restOf(call), mark), mark === undefined)
}

/** Words in which what stands for a mark is not known. */
const marked = (words: readonly BashWord[], mark: string | undefined): BashWord[] =>
  words.map((word) =>
    mark && word.text.includes(mark) ? { ...word, mark, value: undefined, pieces: [{ kind: 'unknown' }] } : word,
  )

const find: Carrier = ({ match, words }) =>
  (match?.flags ?? []).flatMap(({ command }) => {
    if (!command) return []
    const inner = words.slice(command.start, command.end).map(({ word }) => word)
    return wordsOf(marked(inner, '{}'))
  })

const watch: Carrier = (call, _, holes) =>
  hasFlag(call, '--exec') ? wordsOf(restOf(call)) : scriptOfWords(restOf(call), holes)

const su: Carrier = (call, _, holes) => {
  const text = flagValue(call, '--command')?.word
  return text ? scriptOf(textOfWord(text, holes)) : []
}

const evaluate: Carrier = (call, _, holes) =>
  scriptOfWords(
    call.words.map(({ word }) => word),
    holes,
  )

const docker: Carrier = (call) => {
  const machine = machineOf(call, 'container')
  const words = restOf(call)
  if (isCommand(call, 'docker', 'exec', 'container exec', 'compose exec')) return inMachine(words, machine)
  if (!isCommand(call, 'docker', 'run', 'container run', 'create', 'container create', 'compose run')) return []
  const entry = flagValue(call, '--entrypoint')?.word
  if (entry) return inMachine([entry, ...words], machine)
  // An image may have an entry point, and then these are its words.
  return KNOWN_COMMANDS.has(words[0]?.value?.replace(/^\/(usr\/)?bin\//, '') ?? '') ? inMachine(words, machine) : []
}

const inMachine = (words: readonly BashWord[], machine: Machine): Carried[] =>
  wordsOf(words).map((carried) => ({ ...carried, machine }))

const CARRIERS: Readonly<Record<string, Carrier | undefined>> = { ssh, xargs, find, watch, su, eval: evaluate, docker }
