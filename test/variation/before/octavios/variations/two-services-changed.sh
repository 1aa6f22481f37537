# The web was changed too, and is not released yet.
# shellcheck shell=bash disable=SC2029,SC2087 # what is expanded here is meant to be
set -euo pipefail
cd ~/octavios
printf '\n# changed\n' >>apps/web/app/main.py
git add --all
git commit --quiet --message='fix: say it better'
