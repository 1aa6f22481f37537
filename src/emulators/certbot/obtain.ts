import { readCertificates } from '../certificates/certificate.ts'
import { newKey } from '../certificates/keys.ts'
import { type EmulatedCall, NotModelled } from '../model.ts'
import type { Server } from '../server/state.ts'
import { type ChallengeProblem, check, newProof, type Proof } from './challenge.ts'
import { type Issued, keep, type RenewalSettings } from './lineage.ts'

/** What a certificate is asked for with. */
export interface Order {
  name: string
  domains: readonly string[]
  settings: RenewalSettings
  /** It is only tried, at the authority's server for that: nothing is kept. */
  isDry: boolean
}

/** Why none came: the authority did not believe some domains, or certbot could not try. */
export type Failure = { problems: readonly ChallengeProblem[] } | { error: string }

/** Proves that the domains are the caller's, and has a certificate for them signed. Gives when it expires. */
export async function obtain(
  call: EmulatedCall,
  server: Server,
  order: Order,
): Promise<{ notAfter: number } | Failure> {
  if (order.domains.some((domain) => domain.startsWith('*.')))
    throw new NotModelled('the challenge dns-01, which a wildcard needs')
  const failure = await prove(call, server, order)
  if (failure) return failure
  const key = await newKey()
  const { clock, authority } = call.world
  const isTrusted = !(order.isDry || order.settings.isStaging)
  const signed = await authority.sign({ names: order.domains, publicKey: key.publicKey, now: clock.now(), isTrusted })
  const issued: Issued = { key: key.pem, ...signed }
  call.effect({ verb: 'create', kind: 'certificate', name: order.domains[0] ?? '' })
  if (!order.isDry) await keep(server.files, order.name, { issued, settings: order.settings })
  return { notAfter: readCertificates(signed.leaf)[0]?.notAfter ?? 0 }
}

async function prove(call: EmulatedCall, server: Server, order: Order): Promise<Failure | undefined> {
  const problems: ChallengeProblem[] = []
  for (const domain of order.domains) {
    const proof = newProof(domain)
    const shown = await WAYS[order.settings.authenticator]?.(call, server, { proof, order })
    if (shown === undefined) throw new NotModelled(`certbot with the authenticator ${order.settings.authenticator}`)
    if ('error' in shown) return shown
    const problem = await check(call, proof)
    await shown.remove()
    if (problem) problems.push(problem)
  }
  return problems.length > 0 ? { problems } : undefined
}

type Shown = { remove(): Promise<void> } | { error: string }
type Way = (call: EmulatedCall, server: Server, at: { proof: Proof; order: Order }) => Promise<Shown>

/** How each authenticator shows the file of a challenge. */
const WAYS: Readonly<Record<string, Way>> = {
  webroot: async (_, { files }, { proof, order }) => {
    const root = order.settings.webroots[proof.domain]
    if (root === undefined || !(await files.isDirectory(root)))
      return { error: `${root ?? 'None'} does not exist or is not a directory` }
    const path = `${root.replace(/\/$/, '')}/.well-known/acme-challenge/${proof.token}`
    await files.write(path, proof.content)
    return { remove: () => files.remove(path) }
  },
  standalone: async ({ world: { network } }, _, { proof }) => {
    if (network.isListening('0.0.0.0:80'))
      return {
        error:
          'Could not bind TCP port 80 because it is already in use by another process on this system (such as a web server). Please stop the program in question and then try again.',
      }
    network.listen('0.0.0.0:80', async ({ url }) =>
      url.pathname.endsWith(`/${proof.token}`)
        ? { status: 200, headers: {}, body: proof.content }
        : { status: 404, headers: {}, body: '' },
    )
    return { remove: async () => network.close('0.0.0.0:80') }
  },
  nginx: async ({ world }, _, { proof }) => {
    const { webServer } = world
    if (!webServer) return { error: 'nginx is not running' }
    webServer.challenges.set(proof.token, proof.content)
    return { remove: async () => void webServer.challenges.delete(proof.token) }
  },
}
