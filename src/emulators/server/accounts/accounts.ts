import type { Files } from '../../files.ts'

/** A line of `/etc/passwd` (passwd(5)). */
export interface Account {
  name: string
  uid: number
  gid: number
  comment: string
  home: string
  shell: string
}

/** A line of `/etc/group` (group(5)). */
export interface Group {
  name: string
  gid: number
  members: readonly string[]
}

export const PASSWD = '/etc/passwd'
export const GROUP = '/etc/group'

const fieldsOf = async (files: Pick<Files, 'read' | 'exists'>, path: string): Promise<string[][]> => {
  if (!(await files.exists(path))) return []
  const lines = (await files.read(path)).split('\n').filter(Boolean)
  return lines.map((line) => line.split(':'))
}

/** The accounts of a machine, in the order of its file. */
export async function readAccounts(files: Pick<Files, 'read' | 'exists'>): Promise<Account[]> {
  return (await fieldsOf(files, PASSWD)).map(([name = '', , uid, gid, comment = '', home = '/', shell = '']) => ({
    name,
    uid: Number(uid),
    gid: Number(gid),
    comment,
    home,
    shell,
  }))
}

/** The groups of a machine, in the order of its file. */
export async function readGroups(files: Pick<Files, 'read' | 'exists'>): Promise<Group[]> {
  return (await fieldsOf(files, GROUP)).map(([name = '', , gid, members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(',').filter(Boolean),
  }))
}

/** Writes accounts or groups back. */
export const writeAccounts = (files: Pick<Files, 'write'>, accounts: readonly Account[]): Promise<void> =>
  files.write(
    PASSWD,
    accounts.map((one) => `${one.name}:x:${one.uid}:${one.gid}:${one.comment}:${one.home}:${one.shell}\n`).join(''),
  )

export const writeGroups = (files: Pick<Files, 'write'>, groups: readonly Group[]): Promise<void> =>
  files.write(GROUP, groups.map(({ name, gid, members }) => `${name}:x:${gid}:${members.join(',')}\n`).join(''))

/** Names of the groups of an account, its own first, as a login takes them. */
export async function groupsOf(files: Pick<Files, 'read' | 'exists'>, user: string): Promise<string[]> {
  const [accounts, groups] = await Promise.all([readAccounts(files), readGroups(files)])
  const own = accounts.find(({ name }) => name === user)?.gid
  const first = groups.filter(({ gid }) => gid === own)
  const more = groups.filter(({ gid, members }) => gid !== own && members.includes(user))
  return [...first, ...more].map(({ name }) => name)
}

/** The accounts and groups of Debian as installed, with one who works there. */
export function firstAccounts(user: string, groups: readonly string[]): Record<string, string> {
  const home = `/home/${user}`
  return {
    [PASSWD]: `${SYSTEM_ACCOUNTS}${user}:x:2000:2000::${home}:/bin/bash\n`,
    [GROUP]: `${SYSTEM_GROUPS.replace(/^(\w[\w-]*):x:(\d+):$/gm, (line, name: string) =>
      groups.includes(name) ? `${line}${user}` : line,
    )}${user}:x:2000:\n`,
  }
}

/** base-passwd of Debian 13, and the accounts of SSH and systemd. */
const SYSTEM_ACCOUNTS = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
sshd:x:995:65534:sshd user:/run/sshd:/usr/sbin/nologin
`

const SYSTEM_GROUPS = `root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
sudo:x:27:
www-data:x:33:
backup:x:34:
shadow:x:42:
staff:x:50:
users:x:100:
nogroup:x:65534:
systemd-journal:x:999:
docker:x:990:
`
