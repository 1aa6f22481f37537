import { hashOf } from './names.ts'
import type { CloudState, Token } from './state.ts'

/** Audience of a token printed for a person: gcloud's own client, which Cloud Run accepts. */
export const GCLOUD_AUDIENCE = '32555940559.apps.googleusercontent.com'

/** Issues an identity token. It means something only inside this world. */
export const issueIdentityToken = (cloud: CloudState, token: Token): string => {
  cloud.sequence += 1
  const text = `eyJ${hashOf(`${token.email} ${token.audience} ${cloud.sequence}`, 24)}.${hashOf(`body ${cloud.sequence}`, 28)}.emulated`
  cloud.identityTokens.set(text, token)
  return text
}

/** Issues an access token. */
export const issueAccessToken = (cloud: CloudState, email: string): string => {
  cloud.sequence += 1
  const text = `ya29.emulated-${hashOf(`${email} ${cloud.sequence}`, 28)}`
  cloud.accessTokens.set(text, email)
  return text
}
