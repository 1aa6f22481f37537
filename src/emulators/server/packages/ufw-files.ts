/** What Debian's ufw puts on a machine, without comments. */
export const UFW_FILES: Readonly<Record<string, string>> = {
  '/etc/default/ufw': `IPV6=yes
DEFAULT_INPUT_POLICY="DROP"
DEFAULT_OUTPUT_POLICY="ACCEPT"
DEFAULT_FORWARD_POLICY="DROP"
DEFAULT_APPLICATION_POLICY="SKIP"
MANAGE_BUILTINS=no
IPT_SYSCTL=/etc/ufw/sysctl.conf
IPT_MODULES=""
`,
  '/etc/ufw/ufw.conf': `ENABLED=no
LOGLEVEL=low
`,
  '/etc/ufw/applications.d/': '',
  '/etc/init.d/ufw': '#!/bin/sh\n',
  '/usr/lib/systemd/system/ufw.service': `[Unit]
Description=Uncomplicated firewall
Documentation=man:ufw(8)
DefaultDependencies=no
Before=network-pre.target
Wants=network-pre.target local-fs.target
After=local-fs.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/lib/ufw/ufw-init start quiet
ExecStop=/usr/lib/ufw/ufw-init stop

[Install]
WantedBy=multi-user.target
`,
  '/usr/lib/ufw/ufw-init': '#!/bin/sh\n/usr/bin/__runbook_program ufw-init "$@"\n',
}
