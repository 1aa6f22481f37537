# The secrets are those of a production: longer than the shortest allowed.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
cd ~/octavios
key=4f1c0a9e7b2d8635f0e9d8c7b6a5948372615f4e3d2c1b0a9f8e7d6c5b4a3928
sed -i "s/^SECRET_KEY=.*/SECRET_KEY=$key/; s/^DATABASE_PASSWORD=.*/DATABASE_PASSWORD=$key/" envs/.env.prod
ssh "$DEPLOY_USER@$DEPLOY_HOST" "cd octavios && printf %s $key | infra/set-secret.sh SECRET_KEY &&
  printf %s $key | infra/set-secret.sh DATABASE_PASSWORD && infra/compose.sh up --detach --no-build --wait backend"
