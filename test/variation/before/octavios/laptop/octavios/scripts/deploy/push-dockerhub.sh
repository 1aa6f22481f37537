#!/usr/bin/env bash
# Pushes every image of a version: push-dockerhub.sh [--yes] VERSION
set -euo pipefail
. "$(dirname "$0")/lib.sh"

options=()
if [ "${1:-}" = --yes ]; then
  options+=(--yes)
  shift
fi
[ $# -eq 1 ] || stop 2 "usage: push-dockerhub.sh [--yes] VERSION"
exec "$ROOT/scripts/deploy/tag-push-service.sh" "${options[@]}" all "$1"
