import { TOOL_NAMES } from './load.ts'

/** Builtins and programs of which nothing is known but that they are there. */
const OTHERS =
  `. : [ alias bg break builtin cd command continue declare dirs disown echo enable eval exec exit export false fc fg
  getopts hash help history jobs let local logout mapfile popd printf pushd pwd read readarray readonly return set
  shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait arch base32 bc bzip2
  cksum clear column comm csplit dd dig dos2unix expand expr factor file fmt fold fuser gawk getent getconf groups
  hexdump host hostnamectl iconv ip ifconfig join yq last locale locate logger login lsb_release lsof mkfifo mount
  ncat netstat nl nslookup od paste patch ping pr pstree reboot rename rev rg screen service shutdown ss ssh-add
  ssh-agent ssh-copy-id ssh-keygen ssh-keyscan strace stty sum sync systemd-analyze systemd-run tac telnet timedatectl
  tmux tput traceroute tree tsort tty unexpand unlink unxz users uuidgen w which whereis who xxd yes zstd ab alembic
  ansible ansible-playbook apk aws az brew buf bun bunx cargo cmake code conda corepack crane deno dockerd dpkg eslint
  ffmpeg firebase fly flyctl gcc gh go gradle gsutil helm hey http httpie java javac k6 k9s kustomize minikube mongosh
  mvn mysql mysqldump next ngrok npx nvm php pipx pm2 pnpm poetry podman prettier prisma pulumi pytest redis-server
  rails ruby ruff rustc shellcheck skopeo sqlite3 swift terraform tofu tsc tsx uv uvx vault vercel virtualenv`.split(
    /\s+/,
  )

/** Builtins, standard programs and the tools of the guides: what the first word of a command may be. */
export const KNOWN_PROGRAMS: ReadonlySet<string> = new Set([...OTHERS, ...TOOL_NAMES])
