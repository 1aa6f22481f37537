# What months of deployments leave on the server: a container that ended, an old image, a build nobody needs.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" "docker pull --quiet '$REGISTRY_NAMESPACE/octavios-backend:1.2.3' &&
  docker run --name octavios-old-check '$REGISTRY_NAMESPACE/octavios-backend:1.2.3' python -c 'print(1)'"
