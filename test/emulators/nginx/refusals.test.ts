import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../server/server.ts'

/** A site, and what `nginx -t` of nginx 1.22 said of it on Debian: recorded, the name of the file aside. */
const REFUSED: readonly (readonly [site: string, said: string])[] = [
  [
    'server { listen 443 ssl; ssl_certificate /none.pem; ssl_certificate_key /none.pem; }',
    'cannot load certificate "/none.pem": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:calling fopen(/none.pem, r) error:10000080:BIO routines::no such file)',
  ],
  [
    'server { listen 443 ssl; server_name x; }',
    'no "ssl_certificate" is defined for the "listen ... ssl" directive in FILE:1',
  ],
  [
    'server { listen 443 ssl; ssl_certificate /etc/hostname; }',
    'no "ssl_certificate_key" is defined for certificate "/etc/hostname"',
  ],
  [
    'server { listen 443 ssl; ssl_certificate /etc/hostname; ssl_certificate_key /etc/hostname; }',
    'cannot load certificate "/etc/hostname": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)',
  ],
  ['server { listen 80; foo bar; }', 'unknown directive "foo" in FILE:1'],
  ['server { listen 80; upstream x { server 127.0.0.1; } }', '"upstream" directive is not allowed here in FILE:1'],
  ['server { listen 80; root; }', 'invalid number of arguments in "root" directive in FILE:1'],
  ['server { listen 80\n server_name x; }', 'invalid parameter "server_name" in FILE:2'],
  ['server { listen 80;\n', 'unexpected end of file, expecting "}" in FILE:2'],
  ['server { listen 80; } }', 'unexpected "}" in FILE:1'],
  ['server { listen 80; add_header x "y"z; }', 'unexpected "z" in FILE:1'],
  ['server { listen 80; root /x }', 'unexpected "}" in FILE:1'],
  [
    'server { listen 80 default_server; } server { listen 80 default_server; }',
    'a duplicate default server for 0.0.0.0:80 in FILE:1',
  ],
  ['server { listen 80; location / { proxy_pass http://backend; } }', 'host not found in upstream "backend" in FILE:1'],
  [
    'upstream b { } server { listen 80; location / { proxy_pass http://b; } }',
    'no servers are inside upstream in FILE:1',
  ],
  ['upstream b { server 127.0.0.1:1; } upstream b { server 127.0.0.1:1; }', 'duplicate upstream "b" in FILE:1'],
  ['server { listen 80; location / { limit_req zone=x; } }', 'zero size shared memory zone "x"'],
  [
    'limit_req_zone $binary_remote_addr zone=x:10m rate=10r/x; server { listen 80; }',
    'invalid rate "rate=10r/x" in FILE:1',
  ],
  [
    'limit_req_zone $binary_remote_addr zone=x rate=10r/s; server { listen 80; }',
    'invalid zone size "zone=x" in FILE:1',
  ],
  ['include /nonexistent/x.conf;', 'open() "/nonexistent/x.conf" failed (2: No such file or directory) in FILE:1'],
  ['server { listen 80; root /a; root /b; }', '"root" directive is duplicate in FILE:1'],
  ['server { listen 80; location / { return 200 $nosuch; } }', 'unknown "nosuch" variable'],
  [
    'server { listen 80; location ~ \\.php$ { proxy_pass http://127.0.0.1:80/; } }',
    '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block in FILE:1',
  ],
  ['server { listen 80; location / { proxy_pass 127.0.0.1:8000; } }', 'invalid URL prefix in FILE:1'],
  ['server { listen 80; location / { return 200; } location / { return 201; } }', 'duplicate location "/" in FILE:1'],
  ['server { listen abc:80:1; }', 'invalid port in "abc:80:1" of the "listen" directive in FILE:1'],
  ['server { listen 80; return abc; }', 'invalid return code "abc" in FILE:1'],
  ['server { listen 80; location / { deny 300.1.1.1; } }', 'invalid parameter "300.1.1.1" in FILE:1'],
  ['server { listen 80; client_max_body_size abc; }', '"client_max_body_size" directive invalid value in FILE:1'],
  [
    'server { listen 80; location / { proxy_set_header Host; } }',
    'invalid number of arguments in "proxy_set_header" directive in FILE:1',
  ],
  ['location / { }', '"location" directive is not allowed here in FILE:1'],
  ['limit_req_status 200; server { listen 80; }', 'value must be between 400 and 599 in FILE:1'],
  [
    'limit_req_zone $binary_remote_addr zone=x:10m rate=10r/s; server { listen 80; location / { limit_req zone=x burst=a; } }',
    'invalid burst value "burst=a" in FILE:1',
  ],
]

const ACCEPTED: readonly string[] = [
  'include /nonexistent/*.conf; server { listen 80; }',
  'map $http_upgrade $connection_upgrade { default upgrade; "" close; } server { listen 80; }',
]

let server: TestServer
beforeAll(async () => {
  server = await testServer({ bare: false })
  await server.prod('sudo rm /etc/nginx/sites-enabled/default')
})
afterAll(() => server.close())

const FILE = '/etc/nginx/conf.d/site.conf'
const tried = (site: string) =>
  server.laptop(
    `cat >site <<'END'\n${site}\nEND\nssh deploy@prod.example.com 'sudo tee ${FILE} >/dev/null; sudo nginx -t' <site`,
  )

test.each(REFUSED)('%s', async (site, said) => {
  const { exitCode, stderr } = await tried(site.replace(/\n$/, ''))
  expect(exitCode).toBe(1)
  expect(/\[emerg\] \d+#\d+: (.*)/.exec(stderr)?.[1]?.replaceAll(FILE, 'FILE')).toBe(said)
  expect(stderr).toContain('nginx: configuration file /etc/nginx/nginx.conf test failed')
})

test.each(ACCEPTED)('accepts %s', async (site) => {
  expect(await tried(site)).toMatchObject({ exitCode: 0 })
})

// Recorded of nginx 1.26: a pattern finds the link, and what it leads to is not there.
test('a link in sites-enabled to a site that is gone', async () => {
  await tried(ACCEPTED[0] as string)
  await server.prod('sudo ln -s ../sites-available/gone /etc/nginx/sites-enabled/gone')
  const { exitCode, stderr } = await server.prod('sudo nginx -t')
  await server.prod('sudo touch /etc/nginx/sites-available/gone')
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(
    /open\(\) "\/etc\/nginx\/sites-enabled\/gone" failed \(2: No such file or directory\) in \/etc\/nginx\/nginx\.conf:\d+/,
  )
  expect(await server.prod('sudo nginx -t')).toMatchObject({ exitCode: 0 })
})
