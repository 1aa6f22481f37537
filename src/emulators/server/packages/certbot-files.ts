/** What Debian's certbot puts on a machine. */
export const CERTBOT_FILES: Readonly<Record<string, string>> = {
  '/etc/letsencrypt/': '',
  '/usr/lib/systemd/system/certbot.service': `[Unit]
Description=Certbot
Documentation=file:///usr/share/doc/python-certbot-doc/html/index.html
Documentation=https://certbot.eff.org/docs
[Service]
Type=oneshot
ExecStart=/usr/bin/certbot -q renew --no-random-sleep-on-renew
PrivateTmp=true
`,
  '/usr/lib/systemd/system/certbot.timer': `[Unit]
Description=Run certbot twice daily

[Timer]
OnCalendar=*-*-* 00,12:00:00
RandomizedDelaySec=43200
Persistent=true

[Install]
WantedBy=timers.target
`,
  '/var/lib/letsencrypt/': '',
  '/var/log/letsencrypt/': '',
}
