/** What Debian's docker.io puts on a machine. */
export const DOCKER_FILES: Readonly<Record<string, string>> = {
  '/etc/docker/': '',
  '/etc/default/docker': '',
  '/etc/init.d/docker': '#!/bin/sh\n',
  '/usr/lib/systemd/system/docker.service': `[Unit]
Description=Docker Application Container Engine
Documentation=https://docs.docker.com
After=network-online.target docker.socket firewalld.service containerd.service time-set.target
Wants=network-online.target containerd.service
Requires=docker.socket

[Service]
Type=notify
EnvironmentFile=-/etc/default/docker
ExecStart=/usr/sbin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock $DOCKER_OPTS
ExecReload=/bin/kill -s HUP $MAINPID
TimeoutStartSec=0
RestartSec=2
Restart=always
StartLimitBurst=3
StartLimitInterval=60s
KillMode=process
OOMScoreAdjust=-500

[Install]
WantedBy=multi-user.target
`,
  '/usr/lib/systemd/system/docker.socket': `[Unit]
Description=Docker Socket for the API

[Socket]
ListenStream=/run/docker.sock
SocketMode=0660
SocketUser=root
SocketGroup=docker

[Install]
WantedBy=sockets.target
`,
  '/var/lib/docker/': '',
}
