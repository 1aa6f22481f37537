#!/usr/bin/env bash
# Changes one variable of envs/.env.prod, its value read from standard input: infra/set-secret.sh NAME
# Runs on the server. Keeps the file before the change as envs/.env.prod.previous. Shows no value.
# Exit status: 0 changed, 2 wrong usage, unknown variable, or a value that Compose and Docker would read differently.
set -euo pipefail
cd "$(dirname "$0")/../envs"

stop() {
  printf 'set-secret.sh: %s\n' "$1" >&2
  exit 2
}

[ $# -eq 1 ] || stop "usage: infra/set-secret.sh NAME <value"
name=$1
grep -q "^$name=" .env.prod || stop "there is no variable $name"
IFS= read -r value || true
[ -n "$value" ] || stop "the value is empty"
case $value in
  *[\'\"\$]* | *' #'* | ' '* | *' ') stop "quotes, \$, a comment, or a space at either end: each tool would read another value" ;;
esac
cp -p .env.prod .env.prod.previous
# Nobody else may read it, before there is anything in it.
: >.env.prod.new
chmod 600 .env.prod.new
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    "$name="*) printf '%s=%s\n' "$name" "$value" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <.env.prod.previous >.env.prod.new
mv .env.prod.new .env.prod
printf '%s changed\n' "$name"
