import type { Emulator } from './model.ts'
import { kill, lsof } from './process/commands.ts'
import { ps, ss } from './process/sockets.ts'
import { python } from './python/python.ts'
import { rsync } from './ssh/rsync.ts'
import { scp } from './ssh/scp.ts'
import { ssh } from './ssh/ssh.ts'
import { curl } from './tools/curl.ts'
import { df } from './tools/df.ts'
import { git } from './tools/git.ts'
import { make } from './tools/make.ts'
import { openssl } from './tools/openssl.ts'
import { sudo } from './tools/sudo.ts'
import { id, mktemp, nc, uname } from './tools/system.ts'
import { UNMODELLED_TOOLS } from './tools/unmodelled.ts'

/** Every emulated command of the machine, by name. What is neither here nor in the shell does not exist. */
export const EMULATORS: Readonly<Record<string, Emulator>> = {
  ...UNMODELLED_TOOLS,
  docker: async (call) => (await import('./docker/docker.ts')).docker(call),
  gcloud: async (call) => (await import('./gcloud/gcloud.ts')).gcloud(call),
  curl,
  git,
  make,
  openssl,
  mktemp,
  uname,
  id,
  nc,
  ssh,
  scp,
  rsync,
  sudo,
  df,
  kill,
  lsof,
  ps,
  ss,
  python3: python,
}
