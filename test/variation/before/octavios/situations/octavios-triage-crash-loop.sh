# SECRET_KEY was changed by hand to a value that is too short, and the backend was recreated.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'cd octavios && printf short | infra/set-secret.sh SECRET_KEY &&
  infra/compose.sh up --detach --no-build --no-deps backend'
# It takes a moment to start and fall over.
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'for try in $(seq 60); do
  [ "$(docker inspect --format "{{.RestartCount}}" octavios-prod-backend)" -gt 0 ] && exit
  sleep 0.5
done
exit 1'
