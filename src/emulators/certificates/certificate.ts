import {
  bits,
  boolean,
  decode,
  dotted,
  encode,
  integer,
  momentOf,
  objectId,
  octets,
  sequence,
  setOf,
  tagged,
  text,
  time,
  type Value,
} from './der.ts'
import { isSignedBy, type SigningKey, signatureAlgorithm } from './keys.ts'
import { fromPem, toPem } from './pem.ts'

/** What a certificate says. */
export interface Certificate {
  /** `CN=shop.example.com`, or `O=…, CN=…`. */
  subject: string
  issuer: string
  /** Hexadecimal digits. */
  serial: string
  notBefore: number
  notAfter: number
  /** The DNS names it is for. */
  names: readonly string[]
  isAuthority: boolean
  publicKey: Uint8Array<ArrayBuffer>
  /** What was signed, and the signature. */
  signed: { message: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }
  bytes: Uint8Array<ArrayBuffer>
}

/** What goes into a new certificate. */
export interface Request {
  subject: string
  issuer: string
  notBefore: number
  notAfter: number
  names: readonly string[]
  isAuthority: boolean
  publicKey: Uint8Array
  signer: SigningKey
}

const NAME_PARTS: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  C: '2.5.4.6',
  ST: '2.5.4.8',
  L: '2.5.4.7',
}

/** Issues a certificate (RFC 5280), as PEM. */
export async function issue(request: Request): Promise<string> {
  const algorithm = signatureAlgorithm(request.signer.kind)
  const serial = crypto.getRandomValues(new Uint8Array(18))
  serial[0] = 4
  const message = sequence(
    tagged(0, integer(new Uint8Array([2]))),
    integer(serial),
    algorithm,
    nameOf(request.issuer),
    sequence(time(request.notBefore), time(request.notAfter)),
    nameOf(request.subject),
    request.publicKey,
    tagged(3, sequence(...extensionsOf(request))),
  )
  const signature = await request.signer.sign(message)
  return toPem('CERTIFICATE', sequence(message, algorithm, bits(signature)))
}

const nameOf = (written: string): Uint8Array =>
  sequence(
    ...written.split(/,\s*(?=[A-Z]+=)/).map((part) => {
      const [key = '', value = ''] = part.split(/=(.*)/s)
      return setOf(sequence(objectId(NAME_PARTS[key] ?? '2.5.4.3'), text(value)))
    }),
  )

function extensionsOf({ names, isAuthority }: Request): Uint8Array[] {
  const constraints = sequence(...(isAuthority ? [boolean(true)] : []))
  const extensions = [sequence(objectId('2.5.29.19'), boolean(true), octets(constraints))]
  const alternatives = names.map((name) => encode(0x82, new TextEncoder().encode(name)))
  if (names.length > 0) extensions.push(sequence(objectId('2.5.29.17'), octets(sequence(...alternatives))))
  return extensions
}

/** The certificates of a text, in order. Those that cannot be read are left out. */
export const readCertificates = (pem: string): Certificate[] =>
  fromPem('CERTIFICATE', pem).flatMap((bytes) => {
    try {
      return [readCertificate(bytes)]
    } catch {
      return []
    }
  })

function readCertificate(bytes: Uint8Array<ArrayBuffer>): Certificate {
  const [message, , signature] = decode(bytes).values
  const [, serial, , issuer, validity, subject, publicKey, extensions] = message?.values ?? []
  const [from, to] = validity?.values ?? []
  if (!message || !signature || !serial || !issuer || !subject || !publicKey || !from || !to)
    throw new Error('no certificate')
  const found = extensionsIn(extensions)
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    serial: [...serial.content]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .replace(/^00/, '')
      .toUpperCase(),
    notBefore: momentOf(from),
    notAfter: momentOf(to),
    names: namesIn(found.get('2.5.29.17')),
    isAuthority: (found.get('2.5.29.19')?.values[0]?.content[0] ?? 0) !== 0,
    publicKey: publicKey.whole.slice(),
    signed: { message: message.whole.slice(), signature: signature.content.slice(1) },
    bytes,
  }
}

function nameIn({ values }: Value): string {
  const parts = values.map((set) => {
    const [key, value] = set.values[0]?.values ?? []
    const letter = Object.entries(NAME_PARTS).find(([, id]) => key && id === dotted(key.content))?.[0] ?? '?'
    return `${letter}=${new TextDecoder().decode(value?.content)}`
  })
  return parts.join(', ')
}

function extensionsIn(holder: Value | undefined): Map<string, Value> {
  const all = holder?.values[0]?.values ?? []
  return new Map(
    all.flatMap(({ values }) => {
      const [id, content] = [values[0], values.at(-1)]
      return id && content ? [[dotted(id.content), decode(content.content)] as const] : []
    }),
  )
}

const namesIn = (value: Value | undefined): string[] =>
  (value?.values ?? []).filter(({ tag }) => tag === 0x82).map(({ content }) => new TextDecoder().decode(content))

/** Whether a certificate is for a host: one of its names, or a wildcard of one label (RFC 6125). */
export const isFor = ({ names }: Certificate, host: string): boolean =>
  names.some(
    (name) =>
      name.toLowerCase() === host.toLowerCase() || (name.startsWith('*.') && host.replace(/^[^.]+/, '*') === name),
  )

/** Whether a certificate is signed by the holder of another. */
export const isIssuedBy = async (one: Certificate, by: Certificate): Promise<boolean> =>
  one.issuer === by.subject && isSignedBy(by.publicKey, one.signed)

/** Why a chain is not to be trusted for now, in OpenSSL's words; undefined where it is. */
export async function distrust(
  chain: readonly Certificate[],
  trust: { roots: readonly Certificate[]; now: number },
): Promise<string | undefined> {
  const [leaf, ...others] = chain
  return leaf ? distrustFrom(leaf, others, trust) : LOCAL
}

const LOCAL = 'unable to get local issuer certificate'

async function distrustFrom(
  at: Certificate,
  others: readonly Certificate[],
  trust: { roots: readonly Certificate[]; now: number },
): Promise<string | undefined> {
  if (trust.now < at.notBefore) return 'certificate is not yet valid'
  if (trust.now > at.notAfter) return 'certificate has expired'
  if (await isOneOf(at, trust.roots)) return undefined
  if (at.subject === at.issuer) return 'self-signed certificate'
  const [next] = await issuersOf(at, others)
  return next
    ? distrustFrom(
        next,
        others.filter((one) => one !== next),
        trust,
      )
    : LOCAL
}

const isOneOf = async (at: Certificate, roots: readonly Certificate[]): Promise<boolean> =>
  roots.some(({ subject }) => subject === at.subject) || (await issuersOf(at, roots)).length > 0

async function issuersOf(at: Certificate, among: readonly Certificate[]): Promise<Certificate[]> {
  const signed = await Promise.all(among.map((one) => isIssuedBy(at, one)))
  return among.filter((_, index) => signed[index])
}
