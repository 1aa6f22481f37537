# Somebody else left a container that ended.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" "docker run --name octavios-migration '$REGISTRY_NAMESPACE/octavios-backend:1.2.4' python -c 'print(2)'"
