import { type Emulator, NotModelled } from '../model.ts'

/** Real tools that pages may name and this world does not have: calling one is not checkable, which an unknown word is not. */
const UNMODELLED =
  `systemctl nginx chown sftp ssh-keygen ssh-copy-id journalctl service kubectl helm psql pg_dump pg_restore mysql mongosh redis-cli
  terraform ansible-playbook certbot apt apt-get dpkg brew su npm npx pnpm yarn node python python3 pip pip3
  pipx poetry uv uvicorn gunicorn pytest java mvn go cargo gsutil bq cloud-sql-proxy cloud_sql_proxy gh aws az
  doctl crontab ufw iptables ss netstat lsof ps top htop kill pkill killall free dig nslookup host ping
  traceroute ip ifconfig wget zip unzip open xdg-open code vim nano less screen tmux watch envsubst shellcheck
  hadolint dive trivy podman skopeo crane act pre-commit alembic firebase heroku vercel gpg pass op vault k6
  ab hey wrk htpasswd b2sum base32 basenc bc bunzip2 bzcat bzip2 chgrp chown cksum cmp csplit dd diff3 dir dmesg
  findmnt flock fmt getopt groups groupadd useradd userdel usermod passwd hd hexdump hostid install ionice link
  logger logname look lsblk lscpu mawk gawk mkfifo mknod more mount umount mountpoint namei nice nohup nproc numfmt
  pathchk pgrep pr ptx renice run-parts script sdiff setsid sha224sum sha384sum sha512sum shred shuf stdbuf stty sum
  sync sysctl taskset tempfile truncate tsort tty unlink unxz uptime users vdir vmstat wall whereis who xxd xz xzcat
  yes zcmp zdiff zgrep zless`.split(/\s+/)

export const UNMODELLED_TOOLS: Readonly<Record<string, Emulator>> = Object.fromEntries(
  UNMODELLED.map((name) => [
    name,
    () => Promise.reject(new NotModelled(`${name} is not available in the emulated world`)),
  ]),
)
