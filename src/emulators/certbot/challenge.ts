import type { EmulatedCall } from '../model.ts'
import type { HttpRequest, Network } from '../network/network.ts'

/** Why the authority does not believe that a domain is the caller's (RFC 8555, section 6.7). */
export interface ChallengeProblem {
  domain: string
  type: 'unauthorized' | 'connection' | 'dns'
  detail: string
}

/** A file that proves a domain is the caller's, where it puts it and takes it away again. */
export interface Proof {
  domain: string
  token: string
  content: string
}

/** A new challenge for a domain. */
export function newProof(domain: string): Proof {
  const token = randomText(43)
  return { domain, token, content: `${token}.${randomText(43)}` }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const randomText = (length: number): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => LETTERS[byte % 64]).join('')

/** The address from which the authority asks, and those of the machines it asks. */
const AUTHORITY_ADDRESS = '10.99.0.1'
const MACHINE_ADDRESS = '10.99.1.2'
const REDIRECTS = 10

/** Fetches the file of a challenge as the authority does: by the domain's name, from the internet (RFC 8555, section 8.3). */
export async function check(
  { world }: Pick<EmulatedCall, 'world'>,
  proof: Proof,
): Promise<ChallengeProblem | undefined> {
  const start = new URL(`http://${proof.domain}/.well-known/acme-challenge/${proof.token}`)
  const fetched = await follow(world.outside, start, REDIRECTS)
  if ('type' in fetched) return { domain: proof.domain, ...fetched }
  const { status, body, url } = fetched
  if (status !== 200)
    return {
      domain: proof.domain,
      type: 'unauthorized',
      detail: `${MACHINE_ADDRESS}: Invalid response from ${url}: ${status}`,
    }
  if (body.trimEnd() === proof.content) return undefined
  const detail = `The key authorization file from the server did not match this challenge. Expected "${proof.content}" (got ${JSON.stringify(body.trimEnd().slice(0, 128))})`
  return { domain: proof.domain, type: 'unauthorized', detail }
}

type Fetched = { status: number; body: string; url: URL } | Pick<ChallengeProblem, 'type' | 'detail'>

async function follow(network: Network, url: URL, redirects: number): Promise<Fetched> {
  if (url.port !== '')
    return {
      type: 'connection',
      detail: `Fetching ${url}: Invalid port in redirect target. Only ports 80 and 443 are supported`,
    }
  const request: HttpRequest = {
    method: 'GET',
    url,
    headers: { Host: url.host, 'User-Agent': 'Mozilla/5.0 (compatible; ACME validation)' },
    body: '',
    from: AUTHORITY_ADDRESS,
    serverName: url.hostname,
  }
  const answer = await network.fetch(request)
  if (answer === 'unknown-host')
    return {
      type: 'dns',
      detail: `DNS problem: NXDOMAIN looking up A for ${url.hostname} - check that a DNS record exists for this domain`,
    }
  if (typeof answer === 'string')
    return { type: 'connection', detail: `${MACHINE_ADDRESS}: Fetching ${url}: ${FAILURES[answer]}` }
  const location = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return { ...answer, url }
  if (redirects === 0) return { type: 'connection', detail: `${MACHINE_ADDRESS}: Fetching ${url}: Too many redirects` }
  return follow(network, new URL(location, url), redirects - 1)
}

const FAILURES = {
  refused: 'Connection refused',
  reset: 'Connection reset by peer',
  timeout: 'Timeout during connect (likely firewall problem)',
  tls: 'remote error: tls: handshake failure',
} as const
