/** Builtins, standard programs and the tools of the guides: what the first word of a command may be. */
export const KNOWN_PROGRAMS: ReadonlySet<string> = new Set(
  `. : [ alias bg break builtin cd command continue declare dirs disown echo enable eval exec exit export false fc fg
  getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return
  set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait
  arch awk base32 base64 basename bc bzip2 cat chgrp chmod chown cksum clear cmp column comm cp crontab csplit cut date
  dd df diff dig dirname dos2unix du egrep env expand expr factor fgrep file find flock fmt fold free fuser gawk
  getent getconf grep groups gunzip gzip head hexdump host hostname hostnamectl iconv id install ip ifconfig join
  journalctl jq yq killall last less ln locale locate logger login ls lsb_release lsof md5sum mkdir mkfifo mktemp more
  mount mv nano nc ncat netstat nice nl nohup nproc nslookup od openssl paste patch pgrep ping pkill pr printenv ps pstree
  readlink realpath reboot rename rev rg rm rmdir rsync scp screen sed seq service sftp sha1sum sha256sum sha512sum
  shuf shutdown sleep sort split ss ssh ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-keyscan stat stdbuf strace stty su
  sudo sum sync systemctl systemd-analyze systemd-run tac tail tar tee telnet time timedatectl timeout tmux top touch tput tr
  traceroute tree truncate tsort tty ufw uname unexpand uniq unlink unxz unzip uptime useradd usermod users uuidgen vi
  vim visudo w watch wc wget which whereis who whoami xargs xxd xz yes zcat zip zstd
  ab alembic ansible ansible-playbook apk apt apt-get aws az bash brew buf bun bunx cargo certbot cmake code conda
  corepack crane curl dash deno dnf docker dockerd docker-compose dpkg eslint fastapi ffmpeg firebase fly flyctl gcc gcloud gh
  git go gradle gsutil gunicorn helm hey htop http httpie java javac k6 k9s kubectl kustomize make minikube mongosh mvn
  mysql mysqldump next nginx ngrok node npm npx nvm pg_dump pg_isready pg_restore php pip pip3 pipx pm2 pnpm poetry
  podman prettier prisma psql pulumi pytest python python3 redis-cli redis-server rails ruby ruff rustc sh shellcheck
  skopeo sqlite3 swift terraform tofu tsc tsx uv uvicorn uvx vault vercel virtualenv yarn yum zsh`.split(/\s+/),
)
