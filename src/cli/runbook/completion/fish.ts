import type { OptionWord, RunbookWords, Vocabulary } from './model.ts'

/** A script for fish: `pnpm --silent runbook completion fish | source`. It adds to what completes pnpm already. */
export function fishCompletion({ commands, runbooks }: Vocabulary): string {
  const names = commands.map(({ name }) => name).join(' ')
  return [
    FUNCTIONS,
    `complete -c pnpm -n 'test (count (commandline -opc)) -eq 1' -f -a ${quoted(names)}`,
    ...runbooks.map(({ word, about }) => `complete -c pnpm -n '__runbook_wants_id' -f -a ${word} -d ${quoted(about)}`),
    ...commands.flatMap(({ name, options }) => options.map((one) => optionLine(one, `__runbook_is ${name}`))),
    ...runbooks.flatMap(runbookLines),
    '',
  ].join('\n')
}

/** Whether the command line is of one of our commands, and of a runbook; and which steps it has. */
const FUNCTIONS = `function __runbook_is
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = $argv[1]
    and begin; test (count $argv) -eq 1; or contains -- $argv[2] $words[3..]; end
end
function __runbook_wants_id
    set -l words (commandline -opc)
    __runbook_is verify; or begin; __runbook_is runbook; and test (count $words) -eq 2; end
end
function __runbook_wants_procedure
    __runbook_is runbook $argv[1]; and test (commandline -opc)[-1] = $argv[1]
end`

function runbookLines({ word, procedures, steps, parameters }: RunbookWords): string[] {
  const of = `__runbook_is runbook ${word}`
  return [
    ...procedures.map(
      (one) => `complete -c pnpm -n '__runbook_wants_procedure ${word}' -f -a ${one.word} -d ${quoted(one.about)}`,
    ),
    ...parameters.map((one) => optionLine(one, of)),
    ...['from', 'until', 'only'].map(
      (name) => `complete -c pnpm -n '${of}' -l ${name} -x -a ${quoted(steps.join(' '))}`,
    ),
  ]
}

function optionLine({ word, about, values }: OptionWord, condition: string): string {
  const line = `complete -c pnpm -n '${condition}' -l ${word.slice(2)} -d ${quoted(about)}`
  if (values === undefined) return `${line} -f`
  if (values === 'directories') return `${line} -x -a '(__fish_complete_directories)'`
  return `${line} -x${typeof values === 'string' ? '' : ` -a ${quoted(values.join(' '))}`}`
}

const quoted = (text: string) => `'${text.replaceAll(/['\\]/g, '\\$&')}'`
