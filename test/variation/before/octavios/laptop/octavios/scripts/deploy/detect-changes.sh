#!/usr/bin/env bash
# Names the services whose files changed since a release: detect-changes.sh [--json] [REF]
# REF is a tag or commit; without it, the newest tag. Prints one line, the names separated by
# spaces, or nothing when nothing changed. Exit status: 0, 2 wrong usage or unknown REF.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

format=text
if [ "${1:-}" = --json ]; then
  format=json
  shift
fi
cd "$ROOT"
ref=${1:-$(git describe --tags --abbrev=0)}
git rev-parse --verify "$ref" >/dev/null 2>&1 || stop 2 "there is no tag or commit '$ref'"

changed=
files=$(git diff --name-only "$ref" HEAD)
for service in $ALL_SERVICES; do
  if printf '%s\n' "$files" | grep -q "^apps/$service/"; then changed="$changed $service"; fi
done
changed=${changed# }
say "since $ref: ${changed:-no service changed}"
if [ "$format" = json ]; then
  printf '%s' "$changed" | jq -Rsc --arg since "$ref" '{ since: $since, services: [splits(" ") | select(. != "")] }'
elif [ -n "$changed" ]; then
  printf '%s\n' "$changed"
fi
