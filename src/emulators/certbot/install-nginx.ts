import { type Directive, parseNginx } from '#formats/nginx/parse.ts'
import type { ServerFiles } from '../server/files.ts'
import { livePath } from './lineage.ts'
import type { Order } from './obtain.ts'
import type { At } from './outcome.ts'

const SITES = '/etc/nginx/sites-enabled'
const MANAGED = '# managed by Certbot'

/** Has the sites of some domains use a certificate, with `--redirect` also led to from plain HTTP, as the nginx plugin edits them. */
export async function installInNginx(at: At, { name, domains }: Pick<Order, 'name' | 'domains'>): Promise<string> {
  const { call, server, options } = at
  await writeDefaults(server.files)
  let said = '\nDeploying certificate\n'
  for (const domain of domains) {
    const path = await siteOf(server.files, domain)
    if (path === undefined)
      return `Could not automatically find a matching server block for ${domain}. Set the \`server_name\` directive to use the Nginx installer.\n`
    const text = await server.files.read(path)
    await server.files.write(path, edited(text, { domain, name, redirects: !options.has('no-redirect') }))
    said += `Successfully deployed certificate for ${domain} to ${path}\n`
  }
  await call.shell('/usr/sbin/nginx -s reload', { cwd: '/', env: {} })
  return `${said}Congratulations! You have successfully enabled HTTPS on ${domains.map((domain) => `https://${domain}`).join(' and ')}\n`
}

async function writeDefaults(files: ServerFiles): Promise<void> {
  const options =
    'ssl_session_cache shared:le_nginx_SSL:10m;\nssl_session_timeout 1440m;\nssl_session_tickets off;\nssl_protocols TLSv1.2 TLSv1.3;\nssl_prefer_server_ciphers off;\n'
  await files.write('/etc/letsencrypt/options-ssl-nginx.conf', options)
  await files.write('/etc/letsencrypt/ssl-dhparams.pem', '-----BEGIN DH PARAMETERS-----\n-----END DH PARAMETERS-----\n')
}

async function siteOf(files: ServerFiles, domain: string): Promise<string | undefined> {
  for (const file of await files.names(SITES)) {
    const text = await files.read(`${SITES}/${file}`)
    if (serverFor(text, domain)) return `${SITES}/${file}`
  }
  return undefined
}

const serverFor = (text: string, domain: string): Directive | undefined =>
  parseNginx(text).directives.find(
    ({ name, block }) =>
      name.text === 'server' &&
      block?.some((one) => one.name.text === 'server_name' && one.args.some((word) => word.text === domain)),
  )

function edited(
  text: string,
  { domain, name, redirects }: { domain: string; name: string; redirects: boolean },
): string {
  const server = serverFor(text, domain)
  if (!server || server.block?.some((one) => one.name.text === 'ssl_certificate')) return text
  const listens = server.block?.filter((one) => one.name.text === 'listen') ?? []
  const body = text.slice(server.name.start, server.end)
  const secure = withoutListens(body, listens, server.name.start).replace(
    /\}\s*$/,
    `
    listen 443 ssl; ${MANAGED}
    ssl_certificate ${livePath(name, 'fullchain')}; ${MANAGED}
    ssl_certificate_key ${livePath(name, 'privkey')}; ${MANAGED}
    include /etc/letsencrypt/options-ssl-nginx.conf; ${MANAGED}
    ssl_dhparam /etc/letsencrypt/ssl-dhparams.pem; ${MANAGED}
}`,
  )
  const kept = redirects ? secure : secure.replace(/\n\}$/, `\n    listen 80;\n}`)
  const plain = redirects
    ? `
server {
    if ($host = ${domain}) {
        return 301 https://$host$request_uri;
    } ${MANAGED}

    listen 80;
    server_name ${domain};
    return 404; ${MANAGED}
}
`
    : ''
  return `${text.slice(0, server.name.start)}${kept}${text.slice(server.end)}${plain}`
}

function withoutListens(body: string, listens: readonly Directive[], start: number): string {
  return listens
    .toReversed()
    .reduce((text, { name, end }) => text.slice(0, name.start - start) + text.slice(end - start), body)
}
