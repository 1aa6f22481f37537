import type { Emulator } from '../model.ts'
import { nginx } from '../nginx/nginx.ts'
import { getent, groups, whoami } from './accounts/identity.ts'
import { useradd } from './accounts/useradd.ts'
import { groupadd, userdel, usermod } from './accounts/usermod.ts'
import { chgrp, chown, install } from './file-owners.ts'
import { ufw, ufwInit } from './firewall/ufw.ts'
import { apt, dpkg, dpkgQuery } from './packages/apt.ts'
import { reboot } from './reboot.ts'
import { sshd } from './sshd.ts'
import { systemdAnalyze } from './systemd/analyze.ts'
import { journalctl } from './systemd/journalctl.ts'
import { systemctl } from './systemd/systemctl.ts'
import { visudo } from './visudo.ts'

/** Emulated commands that a server has and the laptop has not, by name. */
export const SERVER_COMMANDS: Readonly<Record<string, Emulator>> = {
  apt: apt('apt'),
  'apt-get': apt('apt-get'),
  certbot: async (call) => (await import('../certbot/certbot.ts')).certbot(call),
  chgrp,
  chown,
  'docker-compose': async (call) =>
    (await import('../docker/docker.ts')).docker({ ...call, args: ['compose', ...call.args] }),
  dockerd: async (call) => (await import('../docker/daemon.ts')).dockerd(call),
  dpkg,
  'dpkg-query': dpkgQuery,
  getent,
  groupadd,
  groups,
  install,
  journalctl,
  nginx,
  reboot,
  'redis-cli': async (call) => (await import('../redis/cli.ts')).redisCli(call),
  'redis-server': async (call) => (await import('../redis/server.ts')).redisServer(call),
  sshd,
  systemctl,
  'systemd-analyze': systemdAnalyze,
  ufw,
  'ufw-init': ufwInit,
  useradd,
  userdel,
  usermod,
  visudo,
  whoami,
}
