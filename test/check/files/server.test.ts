import { expect, test } from 'vitest'
import { fence, found, step } from '../page.ts'
import { checkExamples } from './table.ts'

const server = (...lines: string[]) => `server {\n  listen 80;\n${lines.map((line) => `  ${line}\n`).join('')}}`

checkExamples(
  'nginx file=nginx.conf',
  [
    [
      'a whole configuration',
      'user nginx;\nevents { worker_connections 1024; }\nhttp {\n  include mime.types;\n  map $http_upgrade $connection { default upgrade; "" close; }\n  upstream app { server 127.0.0.1:8000; keepalive 32; }\n  server {\n    listen 443 ssl;\n    server_name example.com;\n    location / {\n      if ($request_method = POST) { return 405; }\n      proxy_pass http://app;\n    }\n  }\n}',
    ],
    [
      'a site',
      `limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;\nupstream app { server 127.0.0.1:8000; }\n${server('server_name example.com;', 'location ~ ^/a+$ { limit_req zone=api burst=20 nodelay; proxy_pass http://app; }')}`,
    ],
    [
      'a WebSocket',
      server(
        'location /ws { proxy_pass http://app; proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; }',
      ),
    ],
    ['a part of a server', 'location / {\n  proxy_pass http://app;\n}'],
    [
      'text in quotes',
      server('add_header Content-Security-Policy "default-src \'self\'; img-src *";', "log_not_found off; # it's fine"),
    ],
  ],
  [
    ['a brace missing', 'server {\n  listen 80;', ['2:8 FILE_SYNTAX']],
    ['a brace too many', `${server()}\n}`, ['5:1 FILE_SYNTAX']],
    ['a semicolon missing at a brace', 'server {\n  listen 80\n}', ['3:10 FILE_SYNTAX']],
    ['a quote left open', server('add_header A "b;'), ['4:16 FILE_SYNTAX']],
    ['an unknown directive', server('proxypass http://app;'), ['4:3 FILE_NGINX_DIRECTIVE']],
    ['a directive elsewhere', server('location / { listen 81; }'), ['4:16 FILE_NGINX_CONTEXT']],
    [
      'a zone in a server',
      server('limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;'),
      ['4:3 FILE_NGINX_CONTEXT'],
    ],
    ['an argument missing', server('location / { proxy_pass; }'), ['4:16 FILE_NGINX_ARGUMENTS']],
    [
      'a semicolon that makes arguments of the next line',
      server('location / {', 'root /srv', 'index a b; }'),
      ['5:3 FILE_NGINX_ARGUMENTS'],
    ],
    ['a block that is none', server('location /;'), ['4:3 FILE_NGINX_BLOCK']],
    [
      'an upstream misspelt',
      `upstream app { server 127.0.0.1:8000; }\n${server('location / { proxy_pass http://apps; }')}`,
      ['5:27 FILE_NGINX_UNDECLARED'],
    ],
    [
      'a zone misspelt',
      `limit_req_zone $uri zone=api:10m rate=1r/s;\n${server('limit_req zone=apis;')}`,
      ['5:13 FILE_NGINX_UNDECLARED'],
    ],
    ['headers lost', server('add_header A 1;', 'location / { add_header B 2; }'), ['5:16 FILE_NGINX_INHERITED']],
    [
      'half a WebSocket',
      server('location /ws { proxy_pass http://app; proxy_set_header Upgrade $http_upgrade; }'),
      ['4:41 FILE_NGINX_UPGRADE'],
    ],
    ['a server that says nothing', 'server {\n  root /srv;\n}', ['2:1 FILE_NGINX_SERVER']],
  ],
)

test('nginx passes to a port of the page', () => {
  const run = step('docker run -d -p 8000:8000 --name app x:1', '', 'run')
  const site = (port: number) =>
    fence('nginx file=nginx.conf', server(`location / { proxy_pass http://127.0.0.1:${port}; }`))
  expect(found(run, site(8000))).toEqual([])
  expect(found(run, site(8080)).map((line) => line.split(' ')[1])).toEqual(['FILE_NGINX_PORT'])
})

const unit = (service: string) =>
  `[Unit]\nDescription=App\n\n[Service]\n${service}\n\n[Install]\nWantedBy=multi-user.target`

checkExamples(
  'ini file=app.service',
  [
    [
      'a service',
      unit(
        'Type=exec\nUser=app\nEnvironmentFile=-/etc/app.env\nExecStartPre=-/bin/mkdir -p /x\nExecStart=/opt/app/bin/uvicorn \\\n    app.main:app \\\n    --port 8000\n# a comment\nRestart=always',
      ),
    ],
    ['a shell that is meant', unit("ExecStart=/bin/sh -c 'a && b'")],
  ],
  [
    ['an unknown section', `[Servise]\nExecStart=/bin/true`, ['2:1 FILE_SYSTEMD_SECTION']],
    ['an unknown key', unit('ExecStart=/bin/true\nRestartSecs=5'), ['7:1 FILE_SYSTEMD_KEY']],
    ['a key of another section', unit('ExecStart=/bin/true\nAfter=network.target'), ['7:1 FILE_SYSTEMD_KEY']],
    ['a relative program', unit('ExecStart=venv/bin/uvicorn app:app'), ['6:11 FILE_SYSTEMD_PROGRAM']],
    ['a relative file of variables', unit('ExecStart=/bin/true\nEnvironmentFile=.env'), ['7:17 FILE_SYSTEMD_PROGRAM']],
    ['a shell nobody starts', unit('ExecStart=/bin/a && /bin/b'), ['6:18 FILE_SYSTEMD_SHELL']],
    ['a restart there is none of', unit('ExecStart=/bin/true\nRestart=allways'), ['7:9 FILE_SYSTEMD_VALUE']],
    [
      'a PATH without the system',
      unit('ExecStart=/bin/true\nEnvironment="PATH=/opt/venv/bin"'),
      ['7:13 FILE_SYSTEMD_PATH'],
    ],
    ['nothing to start', unit('User=app'), ['5:1 FILE_SYSTEMD_START']],
    ['a line without =', unit('ExecStart=/bin/true\nRestart always'), ['7:1 FILE_SYNTAX']],
  ],
)

test('a unit that is enabled says what wants it', () => {
  const enable = step('sudo systemctl enable app', '', 'enable')
  const service = (text: string) => fence('ini file=app.service', text)
  expect(found(service(unit('ExecStart=/bin/true')), enable)).toEqual([])
  const codes = found(service('[Service]\nExecStart=/bin/true'), enable).map((line) => line.split(' ')[1])
  expect(codes).toEqual(['FILE_SYSTEMD_INSTALL'])
})
