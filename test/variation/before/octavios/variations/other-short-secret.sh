# The value that is too short is another one.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'cd octavios && printf twelve-chars | infra/set-secret.sh SECRET_KEY &&
  infra/compose.sh up --detach --no-build --no-deps backend'
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'for try in $(seq 60); do
  [ "$(docker inspect --format "{{.RestartCount}}" octavios-prod-backend)" -gt 0 ] && exit
  sleep 0.5
done
exit 1'
