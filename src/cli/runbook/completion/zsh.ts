import type { RunbookWords, Vocabulary, Word } from './model.ts'
import { valuedOptions } from './values.ts'

/** A script for zsh, after `compinit`: `eval "$(pnpm --silent runbook completion zsh)"`. What completed pnpm before goes on doing so. */
export function zshCompletion(vocabulary: Vocabulary): string {
  const { commands, runbooks } = vocabulary
  return `if [[ \${_comps[pnpm]-} != __runbook_complete ]]; then typeset -g __runbook_previous=\${_comps[pnpm]-}; fi
__runbook_of_id() {
  case $1 in
${runbooks.map(runbookCase).join('\n')}
    *) procedures=() steps=() parameters=() ;;
  esac
}
__runbook_values() {
  case $1 in
${valuedOptions(vocabulary).map(valueCase).join('\n')}
    *) return 1 ;;
  esac
}
__runbook_complete() {
  local -a procedures steps parameters options ids reply
  local command=\${words[2]} before=\${words[CURRENT-1]} id= count=0 index
  ids=(${describedAll(runbooks)})
  if [[ \${words[CURRENT]} == --*=* ]]; then before=\${words[CURRENT]%%=*}; compset -P '*='; fi
  if ((CURRENT < 3)); then command=; fi
  case $command in
${commands.map(({ name, options }) => `    ${name}) options=(${describedAll(options)}) ;;`).join('\n')}
    *)
      if [[ -n $__runbook_previous ]]; then $__runbook_previous "$@"; return; fi
      compadd -- ${commands.map(({ name }) => name).join(' ')}
      return
      ;;
  esac
  for ((index = 3; index < CURRENT; index++)); do
    case \${words[index]} in
      --*=*) ;;
      -*) if __runbook_values "\${words[index]}"; then ((index += 1)); fi ;;
      *) ((count += 1)); id=\${id:-\${words[index]}} ;;
    esac
  done
  __runbook_of_id "$id"
  if [[ $before == -* ]] && __runbook_values "$before"; then
    case $reply in
      @directories) _path_files -/ ;;
      @steps) compadd -- $steps ;;
      *) compadd -- $reply ;;
    esac
  elif [[ \${words[CURRENT]} == -* ]]; then _describe option options -- parameters
  elif [[ $command == verify || $command:$count == runbook:0 ]]; then _describe runbook ids
  elif [[ $command:$count == runbook:1 ]]; then _describe procedure procedures
  fi
}
compdef __runbook_complete pnpm
`
}

/** `word:what it means`, as `_describe` takes it. */
const described = ({ word, about }: Word) => quoted(`${word.replaceAll(':', '\\:')}:${about}`)

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

const describedAll = (words: readonly Word[]) => words.map(described).join(' ')

const runbookCase = ({ word, procedures, steps, parameters }: RunbookWords) =>
  `    ${word}) procedures=(${describedAll(procedures)}) steps=(${steps.join(' ')}) parameters=(${describedAll(parameters)}) ;;`

const valueCase = ({ word, values }: ReturnType<typeof valuedOptions>[number]) =>
  `    ${word}) reply=(${typeof values === 'string' ? `@${values}` : values.join(' ')}) ;;`
