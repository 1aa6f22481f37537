# What happened before the page begins, run on the laptop by the fixture: the repository has a history with
# tags, release 1.2.4 is in the registry and answers on the server, behind nginx.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
cd ~/octavios
server=$DEPLOY_USER@$DEPLOY_HOST
release=1.2.4

# The history: each tag is today's tree with the files that were different then.
git init --quiet --initial-branch=main
git config user.name Operator
git config user.email operator@example.com
cp -r ~/octavios ~/.today
rm -rf ~/.today/.git
for tag in v0.2.2 v1.2.2 v1.2.3 v1.2.4; do
  cp -r ~/.today/. ~/octavios/
  cp -r ~/.history/"$tag"/. ~/octavios/
  git add --all
  git commit --quiet --message="release: $tag"
  git tag "$tag"
done

# The releases in the registry: the one in production, built from its tag, and the backend before it.
publish() {
  docker build --quiet --build-arg=APP_VERSION="$2" --tag="$REGISTRY_NAMESPACE/octavios-$1:$2" "apps/$1"
  docker push --quiet "$REGISTRY_NAMESPACE/octavios-$1:$2"
  docker image rm "$REGISTRY_NAMESPACE/octavios-$1:$2"
}
printf '%s' "$DOCKERHUB_TOKEN" | docker login --username "$REGISTRY_NAMESPACE" --password-stdin
for service in backend web file-manager bank-advisor; do publish "$service" "$release"; done
publish backend 1.2.3
docker logout

# Today's work, not released yet.
cp -r ~/.today/. ~/octavios/
git add --all
git commit --quiet --message='feat: keep browsers from caching the health of the backend'
rm -rf ~/.history ~/.today

# The server.
ssh "$server" 'mkdir -p octavios/envs'
rsync -a infra "$server:octavios/"
rsync -a envs/.env.prod "$server:octavios/envs/.env.prod"
printf '%s' "$DOCKERHUB_TOKEN" | ssh "$server" "docker login --username '$REGISTRY_NAMESPACE' --password-stdin"
ssh "$server" "cd octavios && chmod 600 envs/.env.prod && sha256sum infra/*.yml infra/*.sh >infra/release.sha256 && cat >infra/versions.conf" <<END
REGISTRY_NAMESPACE=$REGISTRY_NAMESPACE
BACKEND_VERSION=$release
WEB_VERSION=$release
FILE_MANAGER_VERSION=$release
BANK_ADVISOR_VERSION=$release
END
ssh "$server" 'cd octavios && infra/compose.sh pull --quiet && infra/compose.sh up --detach --no-build --wait'
ssh "$server" 'sudo tee /etc/nginx/sites-enabled/default >/dev/null && sudo nginx -t && sudo systemctl reload nginx' <<'END'
server {
    listen 80 default_server;
    server_name _;
    location /api/ {
        proxy_pass http://127.0.0.1:8000;
    }
    location / {
        proxy_pass http://127.0.0.1:3000;
    }
}
END
