#!/usr/bin/env bash
# Deploys services at a version, one after another: deploy-service.sh [--yes] SERVICES VERSION
# Validates first and changes nothing if that fails. Waits until each service is healthy; if one is
# not, shows its last lines and the command that goes back. To go back, deploy the earlier version.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

YES=no
words=()
while [ $# -gt 0 ]; do
  case $1 in
    -y | --yes) YES=yes ;;
    -*) stop 2 "unknown option '$1'" ;;
    *) words+=("$1") ;;
  esac
  shift
done
[ ${#words[@]} -eq 2 ] || stop 2 "usage: deploy-service.sh [--yes] SERVICES VERSION"
version=${words[1]}
services=$(services_of "${words[0]}")
require_version "$version"
require_variables DEPLOY_HOST DEPLOY_USER REGISTRY_NAMESPACE

"$ROOT/scripts/deploy/validate-deploy.sh" "$version" "$services" >&2
confirm "Deploy $version of: $services to $DEPLOY_HOST?"

running_version() { on_server "sed -n 's/^$(version_variable "$1")=//p' infra/versions.conf"; }

# The files of infra this release has, with what tells later whether someone changed them there.
send_files() {
  rsync -a --exclude=versions.conf --exclude=release.sha256 -e "ssh ${SSH_OPTIONS[*]}" "$ROOT/infra/" "$(server):octavios/infra/"
  on_server 'sha256sum infra/*.yml infra/*.sh >infra/release.sha256'
}

# Healthy as the engine says it, and for the image of this version.
wait_until_healthy() {
  local state attempt
  for attempt in $(seq 30); do
    state=$(on_server "docker inspect --format '{{.State.Health.Status}} {{.Config.Image}}' octavios-prod-$1" 2>/dev/null) || state=absent
    [ "$state" = "healthy $(image_of "$1" "$version")" ] && return 0
    sleep 2
  done
  say "octavios-prod-$1 after $attempt tries: $state"
  return 1
}

deploy() {
  local service=$1 before
  before=$(running_version "$service")
  say "deploying $service $version (was ${before:-none})"
  on_server "sed -i 's/^$(version_variable "$service")=.*/$(version_variable "$service")=$version/' infra/versions.conf"
  on_server "infra/compose.sh pull --quiet $service && infra/compose.sh up --detach --no-build --no-deps $service" >&2
  if ! wait_until_healthy "$service"; then
    on_server "docker logs --tail 20 octavios-prod-$service" >&2 || true
    stop 1 "$service $version is not healthy; go back with: scripts/deploy/deploy-service.sh $service ${before:-VERSION}"
  fi
  printf '%s %s\n' "$service" "$version"
}

send_files
for service in $services; do deploy "$service"; done
