# What the scripts of this directory share. Source it; it does nothing by itself.
# shellcheck shell=bash

# shellcheck disable=SC2034 # the scripts that source this use it
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
ALL_SERVICES="backend web file-manager bank-advisor"
SSH_OPTIONS=(-o 'BatchMode=yes' -o 'ConnectTimeout=5')

# Messages are for people and go to standard error; results are for programs and go to standard output.
say() { printf '%s\n' "$*" >&2; }

# stop STATUS MESSAGE
stop() {
  say "$(basename "$0"): $2"
  exit "$1"
}

# The services named in one argument, separated by spaces; `all` is every one. Stops with status 2 at one nobody has.
services_of() {
  local service names=$1
  if [ "$names" = all ]; then names=$ALL_SERVICES; fi
  [ -n "$names" ] || stop 2 "name at least one service: $ALL_SERVICES, or all"
  for service in $names; do
    case " $ALL_SERVICES " in
      *" $service "*) ;;
      *) stop 2 "there is no service '$service'; there are: $ALL_SERVICES" ;;
    esac
  done
  printf '%s\n' "$names"
}

# A version that says which release it is. `latest` does not.
require_version() {
  case $1 in
    '' | latest) stop 2 "give a version such as 1.2.5; '$1' does not say which release it is" ;;
    *[^A-Za-z0-9._-]*) stop 2 "'$1' is not a version" ;;
  esac
}

require_variables() {
  local name
  for name in "$@"; do
    [ -n "${!name:-}" ] || stop 2 "$name is not set; see scripts/deploy/load-env.sh"
  done
}

server() { printf '%s@%s\n' "$DEPLOY_USER" "$DEPLOY_HOST"; }

# Runs one command line on the server, in the directory of the project.
# shellcheck disable=SC2029 # the line is made here on purpose
on_server() { ssh "${SSH_OPTIONS[@]}" "$(server)" "cd octavios && $1" </dev/null; }

image_of() { printf '%s/octavios-%s:%s\n' "$REGISTRY_NAMESPACE" "$1" "$2"; }

# Name of the variable that holds the version of a service: file-manager, FILE_MANAGER_VERSION.
version_variable() { printf '%s_VERSION\n' "$1" | tr 'a-z-' 'A-Z_'; }

# Asks, unless --yes was given. Where nobody can answer it stops, instead of waiting for ever.
confirm() {
  local answer
  [ "${YES:-no}" = yes ] && return
  [ -t 0 ] || stop 2 "there is no terminal to ask '$1'; give --yes"
  read -r -p "$1 [y/N] " answer
  case $answer in
    y | Y | yes) ;;
    *) stop 1 "nothing was done" ;;
  esac
}
