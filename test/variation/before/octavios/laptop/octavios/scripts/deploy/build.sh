#!/usr/bin/env bash
# Builds the images of services: build.sh SERVICES VERSION
# SERVICES is one argument, "backend web" or all. The images are octavios-<service>:<version>.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

[ $# -eq 2 ] || stop 2 "usage: build.sh SERVICES VERSION"
services=$(services_of "$1")
require_version "$2"
cd "$ROOT"
for service in $services; do
  say "building octavios-$service:$2"
  docker build --quiet --build-arg=APP_VERSION="$2" --tag="octavios-$service:$2" "apps/$service" >/dev/null
  printf 'octavios-%s:%s\n' "$service" "$2"
done
