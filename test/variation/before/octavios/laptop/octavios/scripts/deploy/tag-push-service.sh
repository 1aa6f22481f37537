#!/usr/bin/env bash
# Tags local images for the registry and pushes them: tag-push-service.sh [--yes] SERVICES VERSION
# A version that the registry has already is refused: a release does not change.
# A push is tried three times; if the registry refuses it, after logging in again with DOCKERHUB_TOKEN.
# Without a session the registry hides what it has, so whether the version is there is asked again after that.
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
[ ${#words[@]} -eq 2 ] || stop 2 "usage: tag-push-service.sh [--yes] SERVICES VERSION"
version=${words[1]}
services=$(services_of "${words[0]}")
require_version "$version"
require_variables REGISTRY_NAMESPACE

log_in() {
  [ -n "${DOCKERHUB_TOKEN:-}" ] || return 0
  printf '%s' "$DOCKERHUB_TOKEN" | docker login --username "$REGISTRY_NAMESPACE" --password-stdin >/dev/null 2>&1
}

require_unreleased() {
  if docker manifest inspect "$1" >/dev/null 2>&1; then
    stop 1 "$1 is in the registry already; a release does not change: raise the version"
  fi
}

# push IMAGE: its output reaches the terminal, and its status reaches the caller.
push() {
  local image=$1 attempt output
  for attempt in 1 2 3; do
    if output=$(docker push --quiet "$image" 2>&1); then return 0; fi
    say "push $attempt of 3 of $image: $(printf '%s\n' "$output" | tail -n 1)"
    case $output in
      *denied* | *unauthorized* | *insufficient_scope*)
        log_in || return 1
        require_unreleased "$image"
        ;;
    esac
    [ "$attempt" = 3 ] || sleep 2
  done
  return 1
}

for service in $services; do
  docker image inspect "octavios-$service:$version" >/dev/null 2>&1 ||
    stop 1 "there is no local image octavios-$service:$version; build it with: make prod.build SVC=$service VERSION=$version"
  require_unreleased "$(image_of "$service" "$version")"
done
confirm "Push $version of: $services to $REGISTRY_NAMESPACE?"
for service in $services; do
  image=$(image_of "$service" "$version")
  docker tag "octavios-$service:$version" "$image"
  push "$image" || stop 1 "$image was not pushed; log in with: docker login --username $REGISTRY_NAMESPACE"
  printf '%s\n' "$image"
done
