# A clean-up deleted the container of the web; nginx answers 502. Its image is still on the server.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'docker rm --force octavios-prod-web'
