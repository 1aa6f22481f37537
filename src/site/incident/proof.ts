import type { Locale } from '#schema/locale.ts'
import { referenceOf, stepAnchor } from '#schema/site-pages.ts'

/** What verifies an action, as `verified` names it; `href` where the site has a place for it. */
export interface Proof {
  kind: 'step' | 'finding' | 'file'
  name: string
  href: string | undefined
}

/** Reads `step:<page id>#<step id>`, `finding:<CODE>` or `file:<path>`. `hrefs` has the pages by their runbook id. */
export function proofOf(verified: string, hrefs: ReadonlyMap<string, string>, locale: Locale): Proof {
  const at = verified.indexOf(':')
  const kind = verified.slice(0, at)
  const name = verified.slice(at + 1)
  if (kind === 'finding') return { kind, name, href: referenceOf(name, locale) }
  if (kind === 'file') return { kind, name, href: undefined }
  const [page = '', step = ''] = name.split('#')
  const href = hrefs.get(page)
  return { kind: 'step', name: step, href: href && `${href}#${stepAnchor(step)}` }
}
