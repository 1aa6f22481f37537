# Version 1.2.5 of the backend was deployed, and it has to go back.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
cd ~/octavios
printf '%s' "$DOCKERHUB_TOKEN" | docker login --username "$REGISTRY_NAMESPACE" --password-stdin
scripts/deploy/build.sh backend "$VERSION"
scripts/deploy/tag-push-service.sh --yes backend "$VERSION"
scripts/deploy/deploy-service.sh --yes backend "$VERSION"
docker logout
