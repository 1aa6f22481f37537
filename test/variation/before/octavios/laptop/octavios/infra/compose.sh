#!/usr/bin/env bash
# Docker Compose with the files and variables of production. Runs on the server: infra/compose.sh ps
# It starts from an empty environment: a variable of the shell would win over the file's.
set -euo pipefail
cd "$(dirname "$0")"
exec env -i HOME="$HOME" PATH="$PATH" docker compose \
  --env-file ../envs/.env.prod --env-file versions.conf \
  -f docker-compose.yml -f docker-compose.production.yml -f docker-compose.registry.yml "$@"
