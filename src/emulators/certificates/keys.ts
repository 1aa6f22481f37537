import { decode, integer, joined, objectId, sequence } from './der.ts'
import { fromPem, toPem } from './pem.ts'

/** A key that signs certificates, and whose public half they hold. */
export interface SigningKey {
  /** PKCS #8. */
  pem: string
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array<ArrayBuffer>
  kind: KeyKind
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

type KeyKind = 'EC' | 'RSA'

const ALGORITHMS = {
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RSA: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
} as const

/** The algorithm by which a key of a kind signs, as a certificate names it. */
export const signatureAlgorithm = (kind: KeyKind): Uint8Array =>
  kind === 'EC'
    ? sequence(objectId('1.2.840.10045.4.3.2'))
    : sequence(objectId('1.2.840.113549.1.1.11'), new Uint8Array([5, 0]))

/** A new key: of the curve P-256, or RSA of 2048 bits. */
export async function newKey(kind: KeyKind = 'EC'): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])
  return signingKey(pair.privateKey, kind)
}

/** Reads a private key, or undefined where the text holds none that is known. */
export async function readKey(pem: string): Promise<SigningKey | undefined> {
  const [bytes] = fromPem('PRIVATE KEY', pem)
  if (!bytes) return undefined
  for (const kind of ['EC', 'RSA'] as const) {
    const key = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHMS[kind], true, ['sign']).catch(() => undefined)
    if (key) return signingKey(key, kind)
  }
  return undefined
}

async function signingKey(key: CryptoKey, kind: KeyKind): Promise<SigningKey> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
  return {
    kind,
    pem: toPem('PRIVATE KEY', bytes),
    publicKey: await publicHalf(key, kind),
    async sign(message) {
      const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHMS[kind], key, message))
      return kind === 'EC' ? fromRaw(signature) : signature
    },
  }
}

async function publicHalf(key: CryptoKey, kind: KeyKind): Promise<Uint8Array<ArrayBuffer>> {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = await crypto.subtle.exportKey('jwk', key)
  const half = await crypto.subtle.importKey('jwk', { ...open, key_ops: ['verify'] }, ALGORITHMS[kind], true, [
    'verify',
  ])
  return new Uint8Array(await crypto.subtle.exportKey('spki', half))
}

/** Whether a public key made a signature. */
export async function isSignedBy(
  publicKey: Uint8Array<ArrayBuffer>,
  { message, signature }: { message: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  for (const kind of ['EC', 'RSA'] as const) {
    const key = await crypto.subtle
      .importKey('spki', publicKey, ALGORITHMS[kind], true, ['verify'])
      .catch(() => undefined)
    if (key) return crypto.subtle.verify(ALGORITHMS[kind], key, kind === 'EC' ? toRaw(signature) : signature, message)
  }
  return false
}

/** ECDSA signatures are two numbers in certificates, and 64 bytes in WebCrypto. */
const fromRaw = (raw: Uint8Array): Uint8Array<ArrayBuffer> =>
  sequence(integer(raw.slice(0, 32)), integer(raw.slice(32)))

function toRaw(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const numbers = decode(signature).values.map(({ content }) => {
    const plain = content.slice(content.findIndex((byte) => byte !== 0))
    return joined(new Uint8Array(Math.max(0, 32 - plain.length)), plain)
  })
  return joined(...numbers)
}
