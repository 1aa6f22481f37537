#!/usr/bin/env bash
# Tags local images for the registry and pushes them: tag-push-service.sh SERVICES VERSION
set -e
for service in $1; do
  docker tag "octavios-$service:$2" "$REGISTRY_NAMESPACE/octavios-$service:$2"
done
read -p "Push to Docker Hub? (y/N) " -r
[[ $REPLY =~ ^[Yy]$ ]] || exit 0
for service in $1; do
  docker push "$REGISTRY_NAMESPACE/octavios-$service:$2"
done
