#!/usr/bin/env bash
# Deploys every service at a version: deploy-to-production.sh [--yes] VERSION
set -euo pipefail
. "$(dirname "$0")/lib.sh"

options=()
if [ "${1:-}" = --yes ]; then
  options+=(--yes)
  shift
fi
[ $# -eq 1 ] || stop 2 "usage: deploy-to-production.sh [--yes] VERSION"
exec "$ROOT/scripts/deploy/deploy-service.sh" "${options[@]}" all "$1"
