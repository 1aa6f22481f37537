# Prints what zsh offers for a line: `zsh -f offered.zsh SCRIPT LINE`.
compdef() { :; }
typeset -A _comps
. "$1"
# Of a completion function these tell zsh what to offer; here they print it.
offer() { local word; for word; do [[ $word == "$PREFIX"* ]] && print -r -- "$word"; done; }
compadd() { [[ $1 == -- ]] && shift; offer "$@"; }
compset() { PREFIX=${PREFIX#*=}; }
_describe() {
  local name entry
  shift
  for name; do
    [[ $name == -- ]] && continue
    for entry in "${(@P)name}"; do offer "${entry%%:*}"; done
  done
}
words=(${(s: :)2})
[[ $2 == *' ' ]] && words+=('')
CURRENT=${#words} PREFIX=${words[-1]}
__runbook_complete
:
