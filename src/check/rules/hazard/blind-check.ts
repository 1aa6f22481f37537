import { ask } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { hazardHealthMatch, healthy } from './health-match.ts'
import { hazardLoginCheck, login } from './login-check.ts'

/** Searches that cannot tell what they are for: `healthy` finds `unhealthy` too, and what one searches need not show a login. */
export const blindCheck = pageRule([hazardHealthMatch, hazardLoginCheck], ({ calls }) =>
  calls.flatMap((call, index) => {
    const search = ask(call, 'search')
    if (!search) return []
    const before = calls[index - 1]
    return [...healthy(call, search), ...(before?.block === call.block ? login(before, call) : [])]
  }),
)
