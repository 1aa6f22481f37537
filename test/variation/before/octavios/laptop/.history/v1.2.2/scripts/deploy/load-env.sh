#!/usr/bin/env bash
# Loads the variables of a deployment: source scripts/deploy/load-env.sh prod
set -a
source "$(dirname "${BASH_SOURCE[0]}")/../../envs/.env.${1:-prod}"
set +a
