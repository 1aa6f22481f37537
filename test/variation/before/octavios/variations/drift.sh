# Somebody edited a file on the server by hand.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'printf "\n# by hand\n" >>octavios/infra/docker-compose.production.yml'
