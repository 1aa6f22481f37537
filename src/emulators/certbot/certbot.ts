import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { type CommandOptions, isRefused, readOptions } from '../server/options.ts'
import { isRoot, serverOf } from '../server/server.ts'
import { installInNginx } from './install-nginx.ts'
import { forget, type Lineage, type RenewalSettings, readLineage, readLineages, renewalPath } from './lineage.ts'
import { type Order, obtain } from './obtain.ts'
import { type At, deploy, failed, isDue } from './outcome.ts'
import { renew } from './renew.ts'
import { ASK, LOGGING, listed, namesOf, RULE, received, SUPPORT } from './text.ts'

const MODELLED = `non-interactive domains keep-until-expiring verbose force-renewal quiet test-cert email authenticator installer
  webroot-path standalone webroot nginx dry-run agree-tos cert-name no-eff-email eff-email deploy-hook renew-hook
  register-unsafely-without-email redirect no-redirect hsts no-random-sleep-on-renew key-type expand renew-with-new-domains
  delete-after-revoke no-delete-after-revoke preferred-challenges no-directory-hooks uir staple-ocsp`

/** certbot, with an authority of the emulated internet (certbot --help all). */
export const certbot: Emulator = async (call) => {
  const server = serverOf(call, 'certbot')
  if (/^--version$/.test(call.args.join(' '))) return succeed('certbot 4.0.0\n')
  const options = await readOptions('certbot', call.args, { modelled: MODELLED, status: 2 })
  if (isRefused(options)) return options
  if (!isRoot(call)) return fail(UNPRIVILEGED)
  const run = COMMANDS[options.command === '' ? 'run' : options.command]
  if (!run) throw new NotModelled(`certbot ${call.args.join(' ')}`)
  const output = await run({ call, server, options })
  if (options.has('quiet') && output.exitCode === 0) return succeed()
  return { ...output, stderr: `${LOGGING}${output.stderr}` }
}

const UNPRIVILEGED = `The following error was encountered:
[Errno 13] Permission denied: '/var/log/letsencrypt/.certbot.lock'
Either run as root, or set --config-dir, --work-dir, and --logs-dir to writeable paths.
`

const COMMANDS: Readonly<Record<string, (at: At) => Promise<Output>>> = {
  run: (at) => obtainCommand(at, true),
  certonly: (at) => obtainCommand(at, false),
  renew,
  certificates: async ({ call, server }) => {
    const found = await readLineages(server.files)
    const now = call.world.clock.now()
    const text =
      found.length === 0
        ? 'No certificates found.\n'
        : `Found the following certs:\n${found.map((one) => listed(one, now)).join('')}`
    return succeed(`\n${RULE}${text}${RULE}`)
  },
  delete: deleteCommand,
  revoke: revokeCommand,
}

async function obtainCommand(at: At, installs: boolean): Promise<Output> {
  const { call, server, options } = at
  const domains = options
    .values('domains')
    .flatMap((value) => value.split(','))
    .filter(Boolean)
  const registration = await registrationProblem(at)
  if (registration !== undefined) return fail(registration)
  if (domains.length === 0)
    return missing('--domains', 'Please enter the domain name(s) you would like on your certificate')
  const authenticator = authenticatorOf(options)
  if (authenticator === undefined)
    return missing('--authenticator', 'How would you like to authenticate with the ACME CA?')
  if (authenticator === 'nginx' && !server.packages.has('python3-certbot-nginx')) return fail(NO_PLUGIN)
  if (installs && authenticator !== 'nginx') throw new NotModelled(`certbot run with ${authenticator}`)
  const name = options.value('cert-name') ?? domains[0] ?? ''
  const before = await readLineage(server.files, name)
  if (before && !isDue(before, call) && !options.has('force-renewal') && sameNames(before.domains, domains))
    return notDue(at, installs, before)
  const settings = settingsOf(at, domains, installs)
  const order: Order = { name, domains, settings, isDry: options.has('dry-run') }
  const head = `${before ? 'Renewing an existing certificate' : order.isDry ? 'Simulating a certificate request' : 'Requesting a certificate'} for ${namesOf(domains)}\n`
  const done = await obtain(call, server, order)
  if (!('notAfter' in done)) return failed(order, head, done)
  const registered = before ? '' : 'Account registered.\n'
  if (order.isDry) return succeed(`${registered}${head}The dry run was successful.\n`)
  const hook = await deploy(at, order)
  const installed = installs ? await installInNginx(at, order) : ''
  return succeed(`${registered}${head}${received({ name, notAfter: done.notAfter })}${hook}${installed}${SUPPORT}`)
}

const NO_PLUGIN = `The requested nginx plugin does not appear to be installed\n${ASK}`

const missing = (flag: string, question: string): Output =>
  fail(
    `Missing command line flag or config entry for this setting:\n${question}\n(You can set this with the ${flag} flag)\n${ASK}`,
  )

const ACCOUNTS = '/etc/letsencrypt/accounts/registered'

/** An account is made with the first certificate, for whoever agrees to the terms and gives an address. */
async function registrationProblem({ server: { files }, options }: At): Promise<string | undefined> {
  if (await files.exists(ACCOUNTS)) return undefined
  const isInteractive = !options.has('non-interactive')
  if (isInteractive && (!options.has('agree-tos') || !options.has('email', 'register-unsafely-without-email')))
    throw new NotModelled('certbot that asks: it needs --non-interactive, or --agree-tos with --email')
  if (!options.has('email', 'register-unsafely-without-email'))
    return `You should register before running non-interactively, or provide --agree-tos and --email <email_address> flags.\n${ASK}`
  if (!options.has('agree-tos'))
    return `Missing command line flag or config entry for this setting:\nPlease read the Terms of Service at https://letsencrypt.org/documents/LE-SA-v1.5-February-24-2025.pdf. You must agree in order to register with the ACME server. Do you agree?\n(You can set this with the --agree-tos flag)\n${ASK}`
  await files.write(ACCOUNTS, `${options.value('email') ?? ''}\n`)
  return undefined
}

function authenticatorOf(options: CommandOptions): string | undefined {
  const named = ['webroot', 'standalone', 'nginx'].find((one) => options.has(one))
  return named ?? options.value('authenticator') ?? (options.has('webroot-path') ? 'webroot' : undefined)
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()

async function notDue(at: At, installs: boolean, { name, domains }: Lineage): Promise<Output> {
  const head = 'Certificate not yet due for renewal\n'
  if (installs) return succeed(`${head}${await installInNginx(at, { name, domains })}`)
  return succeed(`${head}\n${RULE}Certificate not yet due for renewal; no action taken.\n${RULE}`)
}

function settingsOf({ options }: At, domains: readonly string[], installs: boolean): RenewalSettings {
  const authenticator = authenticatorOf(options) ?? ''
  const roots = options.values('webroot-path')
  const map = domains.map((domain, at) => [domain, roots[at] ?? roots.at(-1) ?? ''] as const)
  return {
    authenticator,
    installer: installs ? 'nginx' : '',
    webroots: authenticator === 'webroot' ? Object.fromEntries(map) : {},
    deployHook: options.value('deploy-hook', 'renew-hook') ?? '',
    isStaging: options.has('test-cert'),
  }
}

const noSuch = (name: string): Output =>
  fail(`No certificate found with name ${name} (expected ${renewalPath(name)}).\n${ASK}`)

async function deleteCommand({ server, options }: At): Promise<Output> {
  const name = options.value('cert-name')
  if (name === undefined) return missing('--cert-name', 'Which certificate(s) would you like to delete?')
  if (!(await readLineage(server.files, name))) return noSuch(name)
  if (!options.has('non-interactive')) throw new NotModelled('certbot delete without --non-interactive, which asks')
  await forget(server.files, name)
  return succeed(
    `\n${RULE}The following certificate(s) are selected for deletion:\n\n  * ${name}\n\n${IN_USE}${RULE}Deleted all files relating to certificate ${name}.\n${RULE}`,
  )
}

const IN_USE = `WARNING: Before continuing, ensure that the listed certificates are not being
used by any installed server software (e.g. Apache, nginx, mail servers).
Deleting a certificate that is still being used will cause the server software
to stop working. See https://certbot.org/deleting-certs for information on
deleting certificates safely.
`

async function revokeCommand({ call, server, options }: At): Promise<Output> {
  const name = options.value('cert-name') ?? ''
  const found = await readLineage(server.files, name)
  if (!found) return noSuch(name)
  call.effect({ verb: 'delete', kind: 'certificate', name: found.domains[0] ?? '' })
  const deletes = options.has('delete-after-revoke')
  if (deletes) await forget(server.files, name)
  return succeed(
    `${deletes ? `\n${RULE}Deleted all files relating to certificate ${name}.\n${RULE}` : ''}Congratulations! You have successfully revoked the certificate that was located at /etc/letsencrypt/live/${name}/cert.pem.\n`,
  )
}
