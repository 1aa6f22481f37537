#!/usr/bin/env bash
# Checks that a version can be deployed, and changes nothing: validate-deploy.sh [--json] VERSION [SERVICES]
# Exit status: 0 it can (warnings allowed), 1 it cannot, 2 wrong usage. Secrets are never shown.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

format=text
if [ "${1:-}" = --json ]; then
  format=json
  shift
fi
[ $# -ge 1 ] || stop 2 "usage: validate-deploy.sh [--json] VERSION [SERVICES]"
version=$1
names=all
if [ $# -ge 2 ]; then names=$2; fi
services=$(services_of "$names")
require_version "$version"
require_variables DEPLOY_HOST DEPLOY_USER REGISTRY_NAMESPACE
cd "$ROOT"

results=
errors=0
# note ok|warning|error CHECK MESSAGE
note() {
  if [ "$1" = error ]; then errors=$((errors + 1)); fi
  results="$results$1	$2	$3
"
}

# The environment file, read as Compose and `docker run --env-file` both read it.
check_environment() {
  local file=envs/.env.prod line name value
  if [ ! -f "$file" ]; then
    note error environment "there is no $file"
    return
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '' | '#'*) continue ;;
    esac
    name=${line%%=*}
    value=${line#*=}
    if ! printf '%s' "$name" | grep -qE '^[A-Za-z_][A-Za-z0-9_]*$'; then
      note error environment "$name: not a name; no spaces around ="
    elif printf '%s' "$value" | grep -qE "^[\"']|\\\$| #|[[:space:]]\$"; then
      note error environment "$name: quotes around the value, \$, a comment or a space at the end are read differently by each tool"
    fi
  done <"$file"
  for name in SECRET_KEY JWT_SECRET_KEY; do
    value=$(sed -n "s/^$name=//p" "$file")
    if [ ${#value} -lt 32 ]; then
      note error environment "$name has ${#value} characters; it needs 32"
    else
      note ok environment "$name has ${#value} characters"
    fi
  done
}

check_images() {
  local service image
  for service in $services; do
    image=$(image_of "$service" "$version")
    if docker manifest inspect "$image" >/dev/null 2>&1; then
      note ok image "$image is in the registry"
    else
      note error image "$image is not in the registry"
    fi
  done
}

check_repository() {
  local changes
  changes=$(git status --porcelain)
  if [ -z "$changes" ]; then
    note ok git "nothing to commit"
  else
    note warning git "there are changes nobody committed"
  fi
}

# Every version has to be given, so one that is not stops Compose here and not on the server.
check_compose() {
  local service message
  local versions=()
  for service in $ALL_SERVICES; do versions+=("$(version_variable "$service")=$version"); done
  if message=$(cd infra && env -i HOME="$HOME" PATH="$PATH" "REGISTRY_NAMESPACE=$REGISTRY_NAMESPACE" "${versions[@]}" \
    docker compose --env-file ../envs/.env.prod -f docker-compose.yml -f docker-compose.production.yml \
    -f docker-compose.registry.yml config --quiet 2>&1); then
    note ok compose "the files of infra are valid together"
  else
    note error compose "$(printf '%s\n' "$message" | tail -n 1)"
  fi
}

check_server() {
  if ! on_server true >/dev/null 2>&1; then
    note error server "no SSH connection to $(server)"
    return
  fi
  note ok server "SSH connection to $(server)"
  if on_server 'sha256sum --check --quiet infra/release.sha256' >/dev/null 2>&1; then
    note ok drift "infra on the server is as it was deployed"
  else
    note error drift "someone changed infra on the server; bring the change here, or restore it"
  fi
}

check_environment
check_images
check_repository
check_compose
check_server

if [ "$format" = json ]; then
  printf '%s' "$results" | jq -Rsc '[splits("\n") | select(. != "") | split("\t") | { result: .[0], check: .[1], message: .[2] }]'
else
  printf '%s' "$results" | while IFS='	' read -r result check message; do
    printf '%-8s %-12s %s\n' "$result" "$check" "$message"
  done
fi
[ "$errors" -eq 0 ] || stop 1 "$errors errors: $version cannot be deployed"
