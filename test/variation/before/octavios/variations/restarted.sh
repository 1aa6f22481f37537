# The backend was started again today, and is healthy.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'docker restart octavios-prod-backend && for try in $(seq 60); do
  [ "$(docker inspect --format "{{.State.Health.Status}}" octavios-prod-backend)" = healthy ] && exit
  sleep 1
done
exit 1'
