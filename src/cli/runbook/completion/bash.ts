import type { RunbookWords, Vocabulary } from './model.ts'
import { listed, valuedOptions } from './values.ts'

/** A script for bash: `eval "$(pnpm --silent runbook completion bash)"`. What completed pnpm before goes on doing so. */
export function bashCompletion(vocabulary: Vocabulary): string {
  const { commands, runbooks } = vocabulary
  return `__runbook_previous=$(complete -p pnpm 2>/dev/null | sed -n 's/.*-F \\([^ ]*\\).*/\\1/p')
if [ "$__runbook_previous" = __runbook_complete ]; then __runbook_previous=; fi
__runbook_of_id() {
  case $1 in
${runbooks.map(runbookCase).join('\n')}
    *) procedures= steps= parameters= ;;
  esac
}
__runbook_values() {
  case $1 in
${valuedOptions(vocabulary).map(valueCase).join('\n')}
    *) return 1 ;;
  esac
}
__runbook_complete() {
  local words current before command id= count=0 index procedures steps parameters options values
  read -ra words <<<"\${COMP_LINE:0:COMP_POINT}"
  case \${COMP_LINE:0:COMP_POINT} in *[[:space:]]) words+=('') ;; esac
  current=\${words[\${#words[@]} - 1]} before=\${words[\${#words[@]} - 2]-} command=\${words[1]-}
  case $current in --*=*) before=\${current%%=*} current=\${current#*=} ;; esac
  case $command:\${#words[@]} in
${commands.map(({ name, options }) => `    ${name}:[3-9]* | ${name}:1[0-9]*) options='${listed(options)}' ;;`).join('\n')}
    *)
      if [ -n "$__runbook_previous" ]; then "$__runbook_previous" "$@"; return; fi
      COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current"))
      return
      ;;
  esac
  for ((index = 2; index < \${#words[@]} - 1; index++)); do
    case \${words[index]} in
      --*=*) ;;
      -*) if __runbook_values "\${words[index]}"; then ((index += 1)); fi >/dev/null ;;
      *)
        count=$((count + 1))
        id=\${id:-\${words[index]}}
        ;;
    esac
  done
  __runbook_of_id "$id"
  values=
  case $before in -*) values=$(__runbook_values "$before" && echo .) ;; esac
  case $values:$current:$command:$count in
    @directories*) COMPREPLY=($(compgen -d -- "$current")) ;;
    @steps*) COMPREPLY=($(compgen -W "$steps" -- "$current")) ;;
    ?*:*:*:*) COMPREPLY=($(compgen -W "\${values%.}" -- "$current")) ;;
    :-*) COMPREPLY=($(compgen -W "$options $parameters" -- "$current")) ;;
    :*:runbook:0 | :*:verify:*) COMPREPLY=($(compgen -W '${listed(runbooks)}' -- "$current")) ;;
    :*:runbook:1) COMPREPLY=($(compgen -W "$procedures" -- "$current")) ;;
    *) COMPREPLY=() ;;
  esac
}
complete -F __runbook_complete pnpm
`
}

const runbookCase = ({ word, procedures, steps, parameters }: RunbookWords) =>
  `    ${word}) procedures='${listed(procedures)}' steps='${steps.join(' ')}' parameters='${listed(parameters)}' ;;`

const valueCase = ({ word, values }: ReturnType<typeof valuedOptions>[number]) =>
  `    ${word}) echo '${typeof values === 'string' ? `@${values}` : values.join(' ')}' ;;`
