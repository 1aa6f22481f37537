import { respond } from '../images/openapi.ts'
import { NotModelled } from '../model.ts'
import type { World } from '../world.ts'

/** Puts the hosts that the seed's system calls on the modelled network: each answers as its document says. */
export function listenForServices({ seed, openapi, network, clock }: World): void {
  const startedAt = clock.now()
  for (const { host, port, openapi: name, environment } of seed.services) {
    const memory = new Map<string, number>()
    network.listen(`${host}:${port}`, async (request) => {
      // Behind one port there is one protocol.
      if ((request.url.protocol === 'https:') !== (port === 443)) throw new NotModelled(`${request.url.href}`)
      return respond(openapi[name], request, { env: environment, memory, upMs: clock.now() - startedAt })
    })
  }
}
