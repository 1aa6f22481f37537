import { type Certificate, issue, readCertificates } from './certificate.ts'
import { newKey, type SigningKey } from './keys.ts'

/** Who signs certificates of the world's internet. */
export interface Authority {
  /** The certificates everybody trusts. */
  roots(): Promise<readonly Certificate[]>
  /** A certificate for names, with the one that signed it behind it: as PEM, leaf first. */
  sign(request: {
    names: readonly string[]
    publicKey: Uint8Array
    now: number
    isTrusted: boolean
  }): Promise<{ leaf: string; chain: string }>
}

const DAY = 86_400_000
/** As Let's Encrypt's. */
const DAYS = 90

interface Signer {
  key: SigningKey
  pem: string
  subject: string
}

/** An authority, made when it is first asked for something. */
export function createAuthority(now: () => number): Authority {
  let trusted: Promise<Signers> | undefined
  let staging: Promise<Signers> | undefined
  const ofTrusted = () => (trusted ??= makeSigners("Let's Encrypt (fixture)", now()))
  const ofStaging = () => (staging ??= makeSigners("(STAGING) Let's Encrypt (fixture)", now()))
  return {
    roots: async () => readCertificates((await ofTrusted()).root.pem),
    async sign({ names, publicKey, now: moment, isTrusted }) {
      const { intermediate } = await (isTrusted ? ofTrusted() : ofStaging())
      const leaf = await issue({
        subject: `CN=${names[0] ?? ''}`,
        issuer: intermediate.subject,
        notBefore: moment - 3_600_000,
        notAfter: moment - 3_600_000 + DAYS * DAY - 1000,
        names,
        isAuthority: false,
        publicKey,
        signer: intermediate.key,
      })
      return { leaf, chain: intermediate.pem }
    },
  }
}

interface Signers {
  root: Signer
  intermediate: Signer
}

async function makeSigners(organization: string, now: number): Promise<Signers> {
  const root = await makeSigner({ subject: `O=${organization}, CN=${organization} root`, now, days: 3650 })
  return {
    root,
    intermediate: await makeSigner({
      subject: `O=${organization}, CN=${organization} intermediate`,
      now,
      days: 1825,
      by: root,
    }),
  }
}

async function makeSigner({
  subject,
  now,
  days,
  by,
}: {
  subject: string
  now: number
  days: number
  by?: Signer
}): Promise<Signer> {
  const key = await newKey()
  const pem = await issue({
    subject,
    issuer: by?.subject ?? subject,
    notBefore: now - DAY,
    notAfter: now + days * DAY,
    names: [],
    isAuthority: true,
    publicKey: key.publicKey,
    signer: by?.key ?? key,
  })
  return { key, pem, subject }
}
