import { distrust, isFor, readCertificates } from '../certificates/certificate.ts'
import { joinPath } from '../images/image-files.ts'
import type { EmulatedCall } from '../model.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import type { CurlOptions } from './curl-options.ts'

/** The address that `--resolve HOST:PORT:ADDRESS` gives a host; its own machine's is the only one there is. */
export function resolvedAddress(options: CurlOptions, url: URL): string | undefined {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const found = (options.values.get('resolve') ?? []).map((value) => value.replace(/^\+/, '').split(':'))
  return found.find(([host, at]) => (host === url.hostname || host === '*') && at === port)?.[2]
}

/** Why curl does not trust the certificate it is shown, in its words; undefined where it does, or is shown none. */
export async function certificateProblem(
  call: EmulatedCall,
  options: CurlOptions,
  { at, answer }: { at: HttpRequest; answer: HttpResponse },
): Promise<string | undefined> {
  if (answer.certificates === undefined || at.url.protocol !== 'https:') return undefined
  const chain = readCertificates(answer.certificates)
  const file = options.value('cacert')
  const roots =
    file === undefined
      ? await call.world.authority.roots()
      : readCertificates(await call.files.read(joinPath(call.cwd, file)))
  const why = await distrust(chain, { roots, now: call.world.clock.now() })
  if (why !== undefined) return `SSL certificate problem: ${why}`
  const [leaf] = chain
  return leaf && isFor(leaf, at.url.hostname)
    ? undefined
    : `SSL: no alternative certificate subject name matches target host name '${at.url.hostname}'`
}
