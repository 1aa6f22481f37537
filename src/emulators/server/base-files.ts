import { firstAccounts } from './accounts/accounts.ts'
import { ARCHIVE_HOST } from './packages/archive.ts'

/** The files of Debian as installed with SSH and sudo, on a machine where `user` works. Empty directories end in `/`. */
export function baseFiles({
  name,
  user,
  groups,
}: {
  name: string
  user: string
  groups: readonly string[]
}): Record<string, string> {
  return {
    ...firstAccounts(user, groups),
    ...DEBIAN,
    '/etc/hostname': `${name}\n`,
    '/etc/hosts': `127.0.0.1 localhost ${name}\n::1 localhost\n`,
    '/etc/machine-id': '5f0c0a5d2b8f4f0c9a3e6d1b7c2a8e94\n',
    [`/etc/sudoers.d/${user}`]: `${user} ALL=(ALL:ALL) NOPASSWD: ALL\n`,
  }
}

const DEBIAN: Readonly<Record<string, string>> = {
  '/etc/apt/sources.list': `deb http://${ARCHIVE_HOST}/debian trixie main\n`,
  '/etc/debian_version': '13.2\n',
  '/etc/os-release':
    'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nNAME="Debian GNU/Linux"\nVERSION_ID="13"\nVERSION="13 (trixie)"\nVERSION_CODENAME=trixie\nID=debian\nHOME_URL="https://www.debian.org/"\n',
  '/etc/profile': '',
  '/etc/ssh/sshd_config': `Include /etc/ssh/sshd_config.d/*.conf
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv LANG LC_* COLORTERM NO_COLOR
Subsystem sftp /usr/lib/openssh/sftp-server
`,
  '/etc/ssh/sshd_config.d/fixture.conf': 'PasswordAuthentication no\n',
  '/etc/sudoers': 'Defaults env_reset\nroot ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n',
  '/etc/systemd/system/multi-user.target.wants/ssh.service': '-> /usr/lib/systemd/system/ssh.service',
  '/etc/ufw/applications.d/openssh-server':
    '[OpenSSH]\ntitle=Secure shell server, an rshd replacement\ndescription=OpenSSH is a free implementation of the Secure Shell protocol.\nports=22/tcp\n',
  '/etc/cron.d/': '',
  '/opt/': '',
  '/root/': '',
  '/run/': '',
  '/srv/': '',
  '/usr/lib/systemd/system/ssh.service': `[Unit]
Description=OpenBSD Secure Shell server
Documentation=man:sshd(8) man:sshd_config(5)
After=network.target auditd.service
ConditionPathExists=!/etc/ssh/sshd_not_to_be_run

[Service]
EnvironmentFile=-/etc/default/ssh
ExecStartPre=/usr/sbin/sshd -t
ExecStart=/usr/sbin/sshd -D $SSHD_OPTS
ExecReload=/usr/sbin/sshd -t
ExecReload=/bin/kill -HUP $MAINPID
KillMode=process
Restart=on-failure
RestartPreventExitStatus=255
Type=notify
RuntimeDirectory=sshd
RuntimeDirectoryMode=0755

[Install]
WantedBy=multi-user.target
Alias=sshd.service
`,
  '/usr/local/bin/': '',
  '/usr/local/sbin/': '',
  '/var/backups/': '',
  '/var/cache/': '',
  '/var/lib/': '',
  '/var/log/': '',
  '/var/tmp/': '',
  '/var/www/': '',
}

/** Programs only root has on his PATH, as Debian installs them. */
export const SBIN: readonly string[] = ['useradd', 'usermod', 'groupadd', 'userdel', 'sshd', 'visudo', 'reboot']
