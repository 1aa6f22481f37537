import type { ChallengeProblem } from './challenge.ts'
import { type Lineage, livePath } from './lineage.ts'

export const RULE = `${'- '.repeat(40).trimEnd()}\n`

/** What it writes to the standard error before anything else. */
export const LOGGING = 'Saving debug log to /var/log/letsencrypt/letsencrypt.log\n'

/** `2027-02-27`. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const received = ({ name, notAfter }: Pick<Lineage, 'name' | 'notAfter'>): string => `
Successfully received certificate.
Certificate is saved at: ${livePath(name, 'fullchain')}
Key is saved at:         ${livePath(name, 'privkey')}
This certificate expires on ${dayOf(notAfter)}.
These files will be updated when the certificate renews.
Certbot has set up a scheduled task to automatically renew this certificate in the background.
`

export const SUPPORT = `
${RULE}If you like Certbot, please consider supporting our work by:
 * Donating to ISRG / Let's Encrypt:   https://letsencrypt.org/donate
 * Donating to EFF:                    https://eff.org/donate-le
${RULE}`

/** `api.example.com and 2 more domains`. */
export function namesOf(domains: readonly string[]): string {
  const [first = '', second] = domains
  if (domains.length === 1) return first
  return domains.length === 2 ? `${first} and ${second}` : `${first} and ${domains.length - 1} more domains`
}

const HINTS: Readonly<Record<string, string>> = {
  webroot:
    'The Certificate Authority failed to download the temporary challenge files created by Certbot. Ensure that the listed domains serve their content from the provided --webroot-path/-w and that files created there can be downloaded from the internet.',
  standalone:
    'The Certificate Authority failed to download the challenge files from the temporary standalone webserver started by Certbot on port 80. Ensure that the listed domains point to this machine and that it can accept inbound connections from the internet.',
  nginx:
    'The Certificate Authority failed to verify the temporary nginx configuration changes made by Certbot. Ensure the listed domains point to this nginx server and that it is accessible from the internet.',
}

/** What the authority saw of each domain it did not believe. */
export function unbelieved(authenticator: string, problems: readonly ChallengeProblem[]): string {
  const seen = problems
    .map(({ domain, type, detail }) => `  Domain: ${domain}\n  Type:   ${type}\n  Detail: ${detail}\n`)
    .join('\n')
  return `\nCertbot failed to authenticate some domains (authenticator: ${authenticator}). The Certificate Authority reported these problems:\n${seen}\nHint: ${HINTS[authenticator] ?? ''}\n\n`
}

export const ASK = `Ask for help or search for solutions at https://community.letsencrypt.org. See the logfile /var/log/letsencrypt/letsencrypt.log or re-run Certbot with -v for more details.\n`

/** One certificate as `certbot certificates` lists it. */
export function listed({ name, domains, notAfter, serial, settings }: Lineage, now: number): string {
  const days = Math.floor((notAfter - now) / 86_400_000)
  const state =
    notAfter < now ? 'INVALID: EXPIRED' : `${settings.isStaging ? 'INVALID: TEST_CERT' : `VALID: ${days} days`}`
  const expiry = new Date(notAfter).toISOString().slice(0, 19).replace('T', ' ')
  return `  Certificate Name: ${name}
    Serial Number: ${serial.toLowerCase().replace(/^0/, '')}
    Key Type: ECDSA
    Domains: ${domains.join(' ')}
    Expiry Date: ${expiry}+00:00 (${state})
    Certificate Path: ${livePath(name, 'fullchain')}
    Private Key Path: ${livePath(name, 'privkey')}
`
}
