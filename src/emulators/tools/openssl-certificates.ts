import { type Certificate, readCertificates } from '../certificates/certificate.ts'
import { toPem } from '../certificates/pem.ts'
import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, fail, NotModelled, type Output, succeed } from '../model.ts'

/** `openssl s_client -connect HOST:PORT -servername HOST`: the certificate that a server shows. */
export async function showServer(call: EmulatedCall, args: readonly string[]): Promise<Output> {
  const { values, left } = readOptions(args, ['connect', 'servername'])
  const [, host = '', port = ''] = /^([\w.-]+):(\d+)$/.exec(values.connect ?? '') ?? []
  if (left.length > 0 || host === '' || (values.servername ?? host) !== host || call.stdin !== '')
    throw new NotModelled(`openssl s_client ${args.join(' ')}`)
  const url = new URL(`https://${host}:${port}/`)
  const answer = await call.world.network.fetch({ method: 'GET', url, headers: { host }, body: '' })
  if (typeof answer === 'string') return fail(`connect:errno=${answer === 'timeout' ? 110 : 111}\n`)
  const [leaf] = readCertificates(answer.certificates ?? '')
  if (!leaf) throw new NotModelled(`the certificate of ${host}`)
  const shown = toPem('CERTIFICATE', leaf.bytes)
  return succeed(
    `CONNECTED(00000003)\n---\nServer certificate\n${shown}subject=${leaf.subject}\nissuer=${leaf.issuer}\n---\nDONE\n`,
  )
}

/** `openssl x509 -noout`, of a file or of standard input: what a certificate says, in the order in which it is asked. */
export async function readCertificate(call: EmulatedCall, args: readonly string[]): Promise<Output> {
  const { values, left } = readOptions(args, ['in', 'checkend'])
  const asked = left.filter((word) => word !== '-noout')
  if (asked.length === left.length || !asked.every((word) => word in SAYS))
    throw new NotModelled(`openssl x509 ${args.join(' ')}`)
  const path = values.in === undefined ? undefined : joinPath(call.cwd, values.in)
  if (path !== undefined && !(await call.files.exists(path)))
    return fail(`Could not open file or uri for loading certificate from ${values.in}\n`)
  const [certificate] = readCertificates(path === undefined ? call.stdin : await call.files.read(path))
  if (!certificate) return fail(`Could not find certificate from ${values.in ?? '<stdin>'}\n`)
  const said = asked.map((word) => `${SAYS[word]?.(certificate)}\n`).join('')
  if (values.checkend === undefined) return succeed(said)
  const expires = certificate.notAfter < call.world.clock.now() + Number(values.checkend) * 1000
  return {
    stdout: `${said}Certificate will ${expires ? '' : 'not '}expire\n`,
    stderr: '',
    exitCode: expires ? 1 : 0,
  }
}

const SAYS: Readonly<Record<string, (certificate: Certificate) => string>> = {
  '-serial': ({ serial }) => `serial=${serial}`,
  '-enddate': ({ notAfter }) => `notAfter=${asWritten(notAfter)}`,
}

/** `Feb 27 09:05:00 2027 GMT`; a day of one digit has a space before it. */
function asWritten(moment: number): string {
  const [, day = '', month, year, time] = new Date(moment).toUTCString().split(' ')
  return `${month} ${String(Number(day)).padStart(2)} ${time} ${year} GMT`
}

/** The values of options that take one, and the other words. */
function readOptions(
  args: readonly string[],
  names: readonly string[],
): { values: Record<string, string>; left: string[] } {
  const values: Record<string, string> = {}
  const left: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at]?.slice(1) ?? ''
    if (args[at]?.startsWith('-') && names.includes(name)) values[name] = args[++at] ?? ''
    else left.push(args[at] ?? '')
  }
  return { values, left }
}
