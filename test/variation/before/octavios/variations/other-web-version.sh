# A granular deploy left the web at another version.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
cd ~/octavios
image=$REGISTRY_NAMESPACE/octavios-web:1.2.4-1
printf '%s' "$DOCKERHUB_TOKEN" | docker login --username "$REGISTRY_NAMESPACE" --password-stdin
docker build --quiet --build-arg=APP_VERSION=1.2.4-1 --tag="$image" apps/web
docker push --quiet "$image"
docker image rm "$image"
docker logout
ssh "$DEPLOY_USER@$DEPLOY_HOST" 'cd octavios && sed -i "s/^WEB_VERSION=.*/WEB_VERSION=1.2.4-1/" infra/versions.conf &&
  infra/compose.sh pull --quiet web && infra/compose.sh up --detach --no-build --wait web'
