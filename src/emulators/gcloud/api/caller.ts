import type { HttpRequest } from '../../network/network.ts'
import type { CloudState } from '../state.ts'

/** Who sends a request to an API. */
export interface Caller {
  email: string
  /** `user:ana@example.com`. */
  principal: string
}

/** The caller an access token stands for: `anonymous` where there is none, `unknown` where it is not one of this world. */
export const callerOf = ({ accessTokens }: CloudState, { headers }: HttpRequest): Caller | 'anonymous' | 'unknown' => {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  if (header === undefined) return 'anonymous'
  const email = accessTokens.get(/^Bearer (\S+)$/i.exec(header)?.[1] ?? '')
  if (email === undefined) return 'unknown'
  return { email, principal: `${email.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'user'}:${email}` }
}
