import { type Emulator, fail, NotModelled, succeed } from '../model.ts'
import { readCertificate, showServer } from './openssl-certificates.ts'

/** `openssl rand`, `x509` and `s_client`, of what they are used for; other commands are not modelled. */
export const openssl: Emulator = async (call) => {
  const { args } = call
  const [command, ...rest] = args
  if (command === 'x509') return readCertificate(call, rest)
  if (command === 's_client') return showServer(call, rest)
  if (command === 'version') return succeed('OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)\n')
  const [format, count, ...more] = rest
  if (command !== 'rand' || !/^-(hex|base64)$/.test(format ?? '') || more.length > 0)
    throw new NotModelled(`openssl ${args.join(' ')}`)
  if (!/^\d+$/.test(count ?? '')) return fail(`rand: Use -help for summary.\n`)
  const bytes = crypto.getRandomValues(new Uint8Array(Number(count)))
  return succeed(format === '-hex' ? `${toHex(bytes)}\n` : toBase64(bytes))
}

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Lines of 64 characters, as openssl breaks them. */
const toBase64 = (bytes: Uint8Array): string =>
  (btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? []).map((line) => `${line}\n`).join('')
