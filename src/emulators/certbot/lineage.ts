import { readCertificates } from '../certificates/certificate.ts'
import type { ServerFiles } from '../server/files.ts'

/** A certificate certbot keeps, and how it was obtained. */
export interface Lineage {
  /** `--cert-name`, or its first domain. */
  name: string
  domains: readonly string[]
  notAfter: number
  /** Hexadecimal digits. */
  serial: string
  settings: RenewalSettings
}

/** What a renewal does again (the file below `renewal`). */
export interface RenewalSettings {
  authenticator: string
  installer: string
  /** By domain. */
  webroots: Readonly<Record<string, string>>
  deployHook: string
  isStaging: boolean
}

export const DIRECTORY = '/etc/letsencrypt'
const PARTS = ['cert', 'chain', 'fullchain', 'privkey'] as const

/** The path a server's configuration names. */
export const livePath = (name: string, part: (typeof PARTS)[number]): string => `${DIRECTORY}/live/${name}/${part}.pem`

export const renewalPath = (name: string): string => `${DIRECTORY}/renewal/${name}.conf`

const SERVERS = {
  trusted: 'https://acme-v02.api.letsencrypt.org/directory',
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
} as const

/** All that certbot keeps, by name. */
export async function readLineages(files: ServerFiles): Promise<Lineage[]> {
  const names = (await files.names(`${DIRECTORY}/renewal`)).filter((file) => file.endsWith('.conf'))
  const found = await Promise.all(names.map((file) => readLineage(files, file.replace(/\.conf$/, ''))))
  return found.filter((one) => one !== undefined)
}

/** What is kept under a name, or undefined. */
export async function readLineage(files: ServerFiles, name: string): Promise<Lineage | undefined> {
  if (!(await files.exists(renewalPath(name))) || !(await files.exists(livePath(name, 'cert')))) return undefined
  const [leaf] = readCertificates(await files.read(livePath(name, 'cert')))
  if (!leaf) return undefined
  const text = await files.read(renewalPath(name))
  return { name, domains: leaf.names, notAfter: leaf.notAfter, serial: leaf.serial, settings: settingsIn(text) }
}

function settingsIn(text: string): RenewalSettings {
  const value = (key: string): string => new RegExp(`^${key} = (.*)$`, 'm').exec(text)?.[1] ?? ''
  const map = /\[\[webroot_map\]\]\n([\s\S]*)$/.exec(text)?.[1] ?? ''
  return {
    authenticator: value('authenticator'),
    installer: value('installer'),
    webroots: Object.fromEntries(
      [...map.matchAll(/^(\S+) = (.*)$/gm)].map(([, domain = '', path = '']) => [domain, path]),
    ),
    deployHook: value('renew_hook'),
    isStaging: value('server') === SERVERS.staging,
  }
}

/** A key and the certificates for it. */
export interface Issued {
  key: string
  leaf: string
  chain: string
}

/** Keeps what was issued as the newest version of a name: links in `live` lead to it. */
export async function keep(
  files: ServerFiles,
  name: string,
  { issued, settings }: { issued: Issued; settings: RenewalSettings },
): Promise<void> {
  const archive = `${DIRECTORY}/archive/${name}`
  for (const directory of [archive, `${DIRECTORY}/live/${name}`, `${DIRECTORY}/renewal`])
    await files.makeDirectory(directory)
  for (const directory of ['archive', 'live', 'accounts']) {
    await files.makeDirectory(`${DIRECTORY}/${directory}`)
    await files.setMode(`${DIRECTORY}/${directory}`, 0o700)
  }
  const version = (await files.names(archive)).filter((file) => file.startsWith('cert')).length + 1
  const texts = { cert: issued.leaf, chain: issued.chain, fullchain: issued.leaf + issued.chain, privkey: issued.key }
  for (const part of PARTS) {
    const path = `${archive}/${part}${version}.pem`
    await files.write(path, texts[part])
    if (part === 'privkey') await files.setMode(path, 0o600)
    if (await files.exists(livePath(name, part))) await files.remove(livePath(name, part))
    await files.link(`../../archive/${name}/${part}${version}.pem`, livePath(name, part))
  }
  await files.write(renewalPath(name), renewalText(name, settings))
}

function renewalText(
  name: string,
  { authenticator, installer, webroots, deployHook, isStaging }: RenewalSettings,
): string {
  const map = Object.entries(webroots)
  const lines = [
    '# renew_before_expiry = 30 days',
    'version = 4.0.0',
    `archive_dir = ${DIRECTORY}/archive/${name}`,
    ...PARTS.map((part) => `${part} = ${livePath(name, part)}`),
    '',
    '# Options used in the renewal process',
    '[renewalparams]',
    `authenticator = ${authenticator}`,
    ...(installer === '' ? [] : [`installer = ${installer}`]),
    ...(map.length === 0 ? [] : [`webroot_path = ${[...new Set(map.map(([, path]) => path))].join(', ')},`]),
    `server = ${isStaging ? SERVERS.staging : SERVERS.trusted}`,
    'key_type = ecdsa',
    ...(deployHook === '' ? [] : [`renew_hook = ${deployHook}`]),
    ...(map.length === 0 ? [] : ['[[webroot_map]]', ...map.map(([domain, path]) => `${domain} = ${path}`)]),
  ]
  return `${lines.join('\n')}\n`
}

/** Does away with a name and all of its versions. */
export async function forget(files: ServerFiles, name: string): Promise<void> {
  for (const path of [`${DIRECTORY}/live/${name}`, `${DIRECTORY}/archive/${name}`, renewalPath(name)])
    await files.remove(path)
}
