#!/usr/bin/env bash
# Sets the variables of a deployment from envs/.env.<name>: source scripts/deploy/load-env.sh prod
# Takes only the names below, so no secret enters the shell, and takes values as they are: bash
# evaluates none of them. What the shell has already stays.

__load_env() {
  local root file name value line
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  file="$root/envs/.env.${1:-prod}"
  if [ ! -f "$file" ]; then
    printf 'load-env.sh: there is no %s\n' "$file" >&2
    return 1
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*}
    value=${line#*=}
    case $name in
      DEPLOY_HOST | DEPLOY_USER | REGISTRY_NAMESPACE | PROD_DOMAIN)
        if [ -z "${!name:-}" ]; then export "$name=$value"; fi
        ;;
    esac
  done <"$file"
}

__load_env "$@"
