import { mayBeHost } from '#check/page/host-name.ts'
import { pageRule } from '#check/rule.ts'
import { type Block, type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

export const documentIdentity = defineFinding({
  code: 'DOCUMENT_IDENTITY',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '«{found}» parece {whatEs} de verdad.',
    hint: 'Usa un parámetro, example.com, una dirección de RFC 5737 o my-project.',
    why: 'Una página publicada la lee cualquiera: un proyecto, una máquina o una cuenta de verdad dicen dónde atacar, y quien la pegue actuará sobre ellos.',
  },
  en: {
    message: '`{found}` looks like {whatEn} that is real.',
    hint: 'Use a parameter, example.com, an address of RFC 5737 or my-project.',
    why: 'Anyone reads a published page: a real project, machine or account says where to attack, and whoever pastes the page acts on it.',
  },
  wrong: [
    '```bash step=pull effect=create',
    'docker pull europe-west1-docker.pkg.dev/tienda-prod-4821/web/app:1.0.0',
    '```',
  ],
  right: [
    '```bash step=pull effect=create',
    'docker pull "europe-west1-docker.pkg.dev/$GCP_PROJECT_ID/web/app:1.0.0"',
    '```',
  ],
})

/** Projects, machines and people in the blocks of a page that are not made up: what is published is read by anyone. */
export const identity = pageRule([documentIdentity], ({ page }) =>
  page.blocks.filter(isCommandsOrFile).flatMap((block) => identities(page, block)),
)

const isCommandsOrFile = ({ kind }: Block) => kind !== 'plain'

interface Identity {
  /** What is found is its first group, which ends where it ends. */
  pattern: RegExp
  isMadeUp: (found: string) => boolean
  what: Localized
}

/** `example.com` and the names nobody can register (RFC 2606, RFC 6761). */
const RESERVED = /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost|local|internal|gserviceaccount\.com)$/
/** Machines everyone clones from and asks for names. */
const FORGES = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org'])
const RESOLVERS = new Set(['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '149.112.112.112'])
/** Addresses for documentation (RFC 5737), of private networks (RFC 1918), of the machine itself and of links (RFC 3927). */
const UNROUTED = /^(192\.0\.2|198\.51\.100|203\.0\.113|10|127|0|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|255)\./
const MADE_UP = /(^|[-_])(my|mi|your|tu|demo|example|sample|test|project|proyecto)([-_]|$)/

const PROJECT = {
  isMadeUp: (found: string) => MADE_UP.test(found) || /^gcp-sa-|^cloudbuild$/.test(found),
  what: { es: 'un proyecto de Google Cloud', en: 'a project of Google Cloud' },
}

const IDENTITIES: readonly Identity[] = [
  {
    pattern: /(?<![\w.-])((?:\d{1,3}\.){3}\d{1,3})(?![\w.-])/g,
    isMadeUp: (found) =>
      UNROUTED.test(found) || RESOLVERS.has(found) || found.split('.').some((part) => Number(part) > 255),
    what: { es: 'una dirección IP pública', en: 'a public IP address' },
  },
  {
    pattern: /[\w.+-]@([\w-]+(?:\.[\w-]+)+)/g,
    isMadeUp: (found) => !mayBeHost(found) || RESERVED.test(found) || FORGES.has(found),
    what: { es: 'un dominio de correo o de una máquina', en: 'the domain of an address or a machine' },
  },
  { pattern: /-docker\.pkg\.dev\/([a-z][a-z0-9-]{4,28}[a-z0-9])(?=\/)/g, ...PROJECT },
  { pattern: /@([a-z][a-z0-9-]{4,28}[a-z0-9])(?=\.iam\.gserviceaccount\.com)/g, ...PROJECT },
]

function identities(page: Page, block: Block): Finding[] {
  return IDENTITIES.flatMap(({ pattern, isMadeUp, what }) =>
    [...block.text.matchAll(pattern)]
      .map(({ 0: whole, 1: found = '', index }) => ({ found, end: index + whole.length }))
      .filter(({ found }) => !isMadeUp(found))
      .slice(0, 1)
      .map(({ found, end }) => {
        const place = placeIn(page, block, end - found.length, end)
        return documentIdentity.at(place, { found, whatEs: what.es, whatEn: what.en })
      }),
  )
}
