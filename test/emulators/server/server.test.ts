import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from './server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(() => server.close())

const install = (packages: string) =>
  server.prod(`sudo apt-get update -qq && sudo apt-get install --yes -qq ${packages}`)

const UNIT = `[Unit]
Description=The answers
[Service]
Type=exec
User=app
WorkingDirectory=/srv/app
EnvironmentFile=/srv/app/.env
ExecStart=/srv/app/venv/bin/uvicorn shop.main:app --port 8000
Restart=always
RestartSec=5
[Install]
WantedBy=multi-user.target
`

/** An application in a home of its own, and its unit. */
async function deploy(unit = UNIT): Promise<void> {
  await server.laptop(
    `cat >unit <<'END'\n${unit}END\nssh deploy@prod.example.com 'sudo tee /etc/systemd/system/app.service >/dev/null' <unit`,
  )
  await server.prod(
    'sudo useradd --system --home-dir /srv/app --shell /usr/sbin/nologin app; sudo install -d -o app -g app -m 750 /srv/app /srv/app/shop',
  )
  await server.prod(
    'echo "app = None" | sudo -u app tee /srv/app/shop/main.py >/dev/null; echo KEY=secret | sudo -u app tee /srv/app/.env >/dev/null',
  )
  await server.prod(
    'sudo -u app bash -c "cd /srv/app && python3 -m venv venv && printf \\"uvicorn==0.32.0\\n\\" >requirements.txt && venv/bin/pip install -q -r requirements.txt"',
  )
  await server.prod('sudo systemctl daemon-reload')
}

describe('a unit', () => {
  test('starts as its user with its variables, comes back when it is killed, and stops', async () => {
    await deploy()
    expect(await server.prod('sudo systemctl enable --now app')).toMatchObject({ exitCode: 0 })
    expect((await server.prod('curl -fsS localhost:8000/health')).stdout).toBe('up secret')
    const pid = (await server.prod('systemctl show --property=MainPID --value app')).stdout
    expect(await server.prod('sudo systemctl kill --signal=KLIL app')).toMatchObject({ exitCode: 1 })
    await server.prod('sudo systemctl kill --signal=KILL app')
    expect((await server.prod('systemctl is-active app')).stdout).toBe('activating\n')
    await server.prod('sleep 6')
    expect((await server.prod('systemctl is-active app')).stdout).toBe('active\n')
    expect((await server.prod('systemctl is-system-running --wait')).stdout).toBe('running\n')
    expect((await server.prod('systemctl show --property=MainPID --value app')).stdout).not.toBe(pid)
    expect((await server.prod('journalctl -u app')).stdout).toContain(
      'app.service: Main process exited, code=killed, status=9/KILL',
    )
    await server.prod('sudo systemctl stop app')
    expect(await server.prod('systemctl is-active app')).toMatchObject({ exitCode: 3, stdout: 'inactive\n' })
    expect((await server.prod('curl -sS localhost:8000/health')).exitCode).toBe(7)
  })

  test.each([
    ['User=app', 'User=nobody-here', 'status=217/USER'],
    ['WorkingDirectory=/srv/app', 'WorkingDirectory=/srv/none', 'status=200/CHDIR'],
    ['ExecStart=/srv/app/venv', 'ExecStart=/srv/app/none', 'status=203/EXEC'],
    [
      'EnvironmentFile=/srv/app/.env',
      'EnvironmentFile=/srv/app/none',
      'Failed to load environment files: No such file or directory',
    ],
  ])('with %s → %s does not start', async (right, wrong, said) => {
    await deploy(UNIT.replace(right, wrong))
    expect((await server.prod('sudo systemctl start app')).exitCode).toBe(1)
    expect((await server.prod('journalctl -u app')).stdout).toContain(said)
  })

  test('is refused where it is not there, not whole, or not asked for by root', async () => {
    expect(await server.prod('sudo systemctl start none')).toMatchObject({
      exitCode: 5,
      stderr: 'Failed to start none.service: Unit none.service not found.\n',
    })
    await deploy(UNIT.replace(/ExecStart=.*/, 'ExecStart=venv/bin/uvicorn'))
    expect((await server.prod('sudo systemctl start app')).stderr).toContain(
      'Unit app.service has a bad unit file setting.',
    )
    expect(await server.prod('systemctl stop ssh')).toMatchObject({ exitCode: 4 })
  })

  test('has its port and its user, as ss and ps tell; of others only root learns who it is', async () => {
    await deploy()
    await server.prod('sudo systemctl start app')
    const pid = (await server.prod('systemctl show --property=MainPID --value app')).stdout.trim()
    expect((await server.prod('sudo ss -Htlnp "sport = :8000"')).stdout).toBe(
      `LISTEN 0      2048   127.0.0.1:8000 0.0.0.0:* users:(("uvicorn",pid=${pid},fd=6))\n`,
    )
    expect((await server.prod('ss -Htlnp "sport = :8000"')).stdout).toBe(
      'LISTEN 0      2048   127.0.0.1:8000 0.0.0.0:*\n',
    )
    expect((await server.prod('sudo ss -Htlnp "sport = :8001"')).stdout).toBe('')
    expect((await server.prod('sudo ss -tlnp')).notCheckable).toBeDefined()
    expect((await server.prod(`ps -o user= -p ${pid}`)).stdout).toBe('app\n')
    expect((await server.prod('ps -o user= -p 99999')).exitCode).toBe(1)
  })

  test.each([
    ['Restart=always', 'Restart=always', { exitCode: 0, said: '' }],
    [
      'RestartSec=5',
      'RestartSecs=5',
      { exitCode: 0, said: "Unknown key 'RestartSecs' in section [Service], ignoring." },
    ],
    ['venv/bin/uvicorn', 'venv/bin/gunicorn', { exitCode: 1, said: 'is not executable: No such file or directory' }],
    ['ExecStart=/srv', 'ExecStart=srv', { exitCode: 1, said: 'app.service has a bad unit file setting.' }],
  ])('with %s → %s is read by systemd-analyze without starting', async (right, wrong, { exitCode, said }) => {
    await deploy(UNIT.replace(right, wrong))
    const read = await server.prod('systemd-analyze verify /etc/systemd/system/app.service')
    expect(read.exitCode).toBe(exitCode)
    expect(read.stderr).toContain(said)
    if (said === '') expect(read.stderr).toBe('')
    expect((await server.prod('systemctl is-active app')).stdout).toBe('inactive\n')
  })

  test('tells how it is confined, a drop-in counting too', async () => {
    await deploy(UNIT.replace('[Install]', 'NoNewPrivileges=true\nProtectSystem=strict\n[Install]'))
    const show = 'systemctl show --property=NoNewPrivileges,ProtectSystem,ProtectHome app'
    expect((await server.prod(show)).stdout).toBe('NoNewPrivileges=yes\nProtectSystem=strict\nProtectHome=no\n')
    const times = 'systemctl show --property=RestartUSec,TimeoutStopUSec app'
    expect((await server.prod(times)).stdout).toBe('RestartUSec=5s\nTimeoutStopUSec=1min 30s\n')
    await server.prod(
      'sudo install -d /etc/systemd/system/app.service.d; printf "[Service]\\nProtectSystem=no\\n" | sudo tee /etc/systemd/system/app.service.d/x.conf; sudo systemctl daemon-reload',
    )
    expect((await server.prod(show)).stdout).toContain('ProtectSystem=no\n')
  })

  test('that was changed is warned of until the manager reads it again', async () => {
    await deploy()
    await server.prod(
      'sudo systemctl start app; sudo sed -i s/RestartSec=5/RestartSec=9/ /etc/systemd/system/app.service',
    )
    expect((await server.prod('sudo systemctl restart app')).stderr).toContain('changed on disk')
    await server.prod('sudo systemctl daemon-reload')
    expect((await server.prod('sudo systemctl restart app')).stderr).toBe('')
  })
})

describe('files', () => {
  test('are their owner’s', async () => {
    expect(await server.prod('echo x >/etc/motd')).toMatchObject({
      exitCode: 1,
      stderr: 'bash: /etc/motd: Permission denied\n',
    })
    expect(await server.prod('sudo echo x >/etc/motd')).toMatchObject({ exitCode: 1 })
    expect((await server.prod('rm -f /etc/passwd')).exitCode).toBe(1)
    await server.prod('umask 077; echo secret >mine; sudo install -m 600 mine /etc/theirs')
    expect((await server.prod('stat -c "%U %a" mine /etc/theirs')).stdout).toBe('deploy 600\nroot 600\n')
    expect((await server.prod('cat /etc/theirs')).stderr).toBe('cat: /etc/theirs: Permission denied\n')
  })
})

test('certbot proves the name through nginx, renews, and its certificate is trusted until it expires', async () => {
  await install('nginx certbot')
  const certbot =
    'sudo certbot certonly --non-interactive --agree-tos --email a@example.com --domain www.example.com --webroot --webroot-path'
  const elsewhere = await server.prod(`sudo mkdir /srv/other; ${certbot} /srv/other`)
  expect(elsewhere.exitCode).toBe(1)
  expect(elsewhere.stdout).toContain('Type:   unauthorized')
  expect((await server.prod(`${certbot} /var/www/html`)).stdout).toContain('Successfully received certificate.')
  await server.laptop(`cat >site <<'END'
server { listen 443 ssl; server_name www.example.com;
 ssl_certificate /etc/letsencrypt/live/www.example.com/fullchain.pem; ssl_certificate_key /etc/letsencrypt/live/www.example.com/privkey.pem;
 location / { return 200 "secure"; } }
END
ssh deploy@prod.example.com 'sudo tee /etc/nginx/conf.d/www.conf >/dev/null && sudo systemctl reload nginx' <site`)
  expect((await server.laptop('curl -fsS https://www.example.com/')).stdout).toBe('secure')
  expect((await server.laptop('curl -sS https://prod.example.com/')).exitCode).toBe(60)
  expect((await server.prod('sudo certbot renew --dry-run')).stdout).toContain('all simulated renewals succeeded')
  expect((await server.prod('sudo certbot renew')).stdout).toContain('No renewals were attempted.')
  await server.laptop('for hour in $(seq 2160); do sleep 3600; done')
  expect(await server.laptop('curl -sS https://www.example.com/')).toMatchObject({ exitCode: 60 })
  await server.prod('sudo certbot renew')
  const [shown, kept] = await serials()
  expect(shown).not.toBe(kept)
  await server.prod('sudo systemctl reload nginx')
  expect(await serials()).toEqual([kept, kept])
  expect((await server.laptop('curl -fsS https://www.example.com/')).stdout).toBe('secure')
  expect((await server.laptop(`${SHOWN} -checkend 86400 -enddate`)).stdout).toMatch(
    /^notAfter=\w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} GMT\nCertificate will not expire\n$/,
  )
  expect(await server.laptop(`${SHOWN} -checkend 7776000`)).toMatchObject({ exitCode: 1 })
})

const SHOWN =
  'openssl s_client -connect www.example.com:443 -servername www.example.com </dev/null 2>/dev/null | openssl x509 -noout'

/** Of the certificate that is shown, and of the one on the disk. */
async function serials(): Promise<string[]> {
  const kept = 'sudo openssl x509 -noout -serial -in /etc/letsencrypt/live/www.example.com/cert.pem'
  const said = [await server.laptop(`${SHOWN} -serial`), await server.prod(kept)]
  for (const { stdout } of said) expect(stdout).toMatch(/^serial=[0-9A-F]+\n$/)
  return said.map(({ stdout }) => stdout)
}

test('nginx spreads requests, goes on where one is down, and refuses beyond the limit until it has leaked', async () => {
  await install('nginx')
  await server.laptop(`cat >site <<'END'
limit_req_zone $binary_remote_addr zone=api:10m rate=2r/s;
upstream app { server 127.0.0.1:9; server 127.0.0.1:8081; }
server { listen 8081; location / { return 200 "answered"; } }
server { listen 80 default_server;
 location / { proxy_pass http://app; }
 location /api/ { limit_req zone=api burst=3 nodelay; limit_req_status 429; proxy_pass http://app; }
 location /private { deny all; } }
END
ssh deploy@prod.example.com 'sudo rm /etc/nginx/sites-enabled/default; sudo tee /etc/nginx/conf.d/app.conf >/dev/null && sudo nginx -t && sudo nginx -s reload' <site`)
  const codes = (path: string, times: number) =>
    server.laptop(
      `for i in $(seq ${times}); do curl -s -o /dev/null -w '%{http_code} ' http://prod.example.com${path}; done`,
    )
  expect((await codes('/', 4)).stdout).toBe('200 200 200 200 ')
  expect((await codes('/private', 1)).stdout).toBe('403 ')
  const burst = (await codes('/api/x', 12)).stdout
  expect(burst).toMatch(/^200 200 200 200 /)
  expect(burst).toContain('429')
  await server.laptop('sleep 5')
  expect((await codes('/api/x', 1)).stdout).toBe('200 ')
})

test('redis holds what it has saved when it is started again, and forgets what has expired', async () => {
  await install('redis-server')
  expect(
    (
      await server.prod(
        'redis-cli set a 1; redis-cli set b 2 EX 60; redis-cli ttl b; redis-cli get none; redis-cli dbsize',
      )
    ).stdout,
  ).toBe('OK\nOK\n60\n\n2\n')
  await server.prod('sudo systemctl restart redis-server')
  expect((await server.prod('redis-cli get a')).stdout).toBe('1\n')
  await server.prod('sleep 61')
  expect((await server.prod('redis-cli dbsize')).stdout).toBe('1\n')
  await server.prod('sudo systemctl stop redis-server')
  expect(await server.prod('redis-cli ping')).toMatchObject({
    exitCode: 1,
    stderr: 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n',
  })
})

test('a reboot brings back what is enabled, and nothing else', async () => {
  await install('nginx redis-server')
  await server.prod('sudo systemctl disable redis-server; touch /tmp/gone ~/stays')
  expect((await server.prod('sudo reboot')).exitCode).toBe(255)
  expect((await server.prod('systemctl is-active nginx ssh redis-server; ls /tmp ~')).stdout).toContain(
    'active\nactive\ninactive\n',
  )
  expect((await server.prod('ls /tmp/gone')).exitCode).toBe(2)
})
