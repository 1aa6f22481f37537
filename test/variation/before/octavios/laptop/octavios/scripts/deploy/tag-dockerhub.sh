#!/usr/bin/env bash
# Gives every local image of a version its name in the registry: tag-dockerhub.sh VERSION
set -euo pipefail
. "$(dirname "$0")/lib.sh"

[ $# -eq 1 ] || stop 2 "usage: tag-dockerhub.sh VERSION"
require_version "$1"
require_variables REGISTRY_NAMESPACE
for service in $ALL_SERVICES; do
  docker image inspect "octavios-$service:$1" >/dev/null 2>&1 || stop 1 "there is no local image octavios-$service:$1; nothing was tagged"
done
for service in $ALL_SERVICES; do
  docker tag "octavios-$service:$1" "$(image_of "$service" "$1")"
  image_of "$service" "$1"
done
